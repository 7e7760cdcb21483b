// Keys and small comforts. Everything works without this file.
