"""What the frames drafted and what the model sees in the whole report, weighed against each other.

`sheet` lays a report out as arrays, `candidates` lists who and when may fill a part, `networks`
runs the model; `items` and `filling` settle what it says, `drafting` makes drafts of it.
"""
