"""Reports to readings; one file or folder a reader."""
