"""Tables, migrations, search and views of a record."""
