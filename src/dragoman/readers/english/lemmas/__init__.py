"""Dictionary forms: the model's where a dictionary knows them, else the dictionary's."""
