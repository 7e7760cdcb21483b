"""Tokens of those who ask for the record from programs: kept as a digest, never as themselves."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec
from sqlalchemy import Column, Connection, String, Table, delete, insert, select, update

from dragoman.record.errors import TokenInvalid
from dragoman.store.tables import metadata

Scope = Literal["read", "write"]
# Told apart from other secrets by whoever finds one in a file.
_PREFIX = "drg_"
_BYTES = 32
_LONGEST_NAME = 60
_LAST_DAY = "9999-12-31T23:59:59Z"

token_table = Table(
    "token",
    metadata,
    Column("name", String, primary_key=True),
    Column("digest", String, nullable=False, unique=True),
    Column("scope", String, nullable=False),
    Column("made", String, nullable=False),
    Column("expires", String),
    Column("used", String),
)


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of a token; times are ISO 8601 in UTC, `used` to the hour."""

    name: str
    scope: Scope
    made: str
    expires: str | None = None
    used: str | None = None

    @property
    def expired(self) -> bool:
        """Tell whether its time is over."""
        return self.expires is not None and self.expires <= _now()


def make_token(
    connection: Connection, name: str, scope: Scope, days: int | None
) -> tuple[Token, str]:
    """Keep a new token and return it with its secret, which is told this once.

    256 random bits need no slow hash: nobody guesses them (NIST SP 800-63B, section 5.1.2.2). The
    caller owns the transaction. Raises TokenInvalid for a name that is taken or none.
    """
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise TokenInvalid(f"a token needs a name of up to {_LONGEST_NAME} characters")
    taken = connection.execute(select(token_table.c.name).where(token_table.c.name == name))
    if taken.first() is not None:
        raise TokenInvalid(
            f"there is a token called {name!r} already: choose another name, or take that one "
            f"back with `dragoman token revoke {name}`"
        )
    secret = _PREFIX + secrets.token_urlsafe(_BYTES)
    made = Token(name=name, scope=scope, made=_now(), expires=_in(days))
    row = msgspec.structs.asdict(made) | {"digest": _digest(secret)}
    connection.execute(insert(token_table).values(row))
    return made, secret


def load_tokens(connection: Connection) -> list[Token]:
    """Return all tokens by name, those that have expired among them."""
    columns = [token_table.c[field] for field in Token.__struct_fields__]
    rows = connection.execute(select(*columns).order_by(token_table.c.name))
    return [Token(**row._mapping) for row in rows]


def revoke_token(connection: Connection, name: str) -> None:
    """Forget a token; it opens nothing from now on. Raises TokenInvalid where there is none."""
    gone = connection.execute(delete(token_table).where(token_table.c.name == name))
    if gone.rowcount == 0:
        raise TokenInvalid(f"no token is called {name!r}: `dragoman token list` lists all")


def find_token(connection: Connection, secret: str) -> Token | None:
    """Return the token with this secret, also where it has expired; None for an unknown one.

    Every digest is looked at, in a time that does not tell how much of it was right.
    """
    digest, found = _digest(secret), None
    for row in connection.execute(select(token_table)):
        if hmac.compare_digest(row.digest, digest):
            fields = {field: getattr(row, field) for field in Token.__struct_fields__}
            found = Token(**fields)
    return found


def note_use(connection: Connection, name: str) -> None:
    """Note that a token was used. The caller owns the transaction."""
    row = update(token_table).where(token_table.c.name == name)
    connection.execute(row.values(used=this_hour()))


def this_hour() -> str:
    """Return the hour that a use is noted under: not every request writes."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:00:00Z")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _in(days: int | None) -> str | None:
    if days is None:
        return None
    try:
        return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    except OverflowError:
        return _LAST_DAY
