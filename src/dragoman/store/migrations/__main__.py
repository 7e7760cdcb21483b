"""Write a new migration from what differs between the tables and the last migration."""

import sys
from pathlib import Path

from alembic import command
from sqlalchemy import create_engine

from dragoman.store.migrations.running import configuration, upgrade


def main() -> None:
    """Take the message from the command line; write `versions/NNNN_message.py`."""
    number = len(list((Path(__file__).parent / "versions").glob("[0-9]*.py"))) + 1
    with create_engine("sqlite://").begin() as connection:
        upgrade(connection)
        config = configuration(connection)
        config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
        command.revision(config, sys.argv[1], autogenerate=True, rev_id=f"{number:04d}")


if __name__ == "__main__":
    main()
