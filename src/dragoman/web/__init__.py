"""The pages, feeds and data of a record, served over HTTP; state in the address, nothing else."""
