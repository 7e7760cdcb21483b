"""Who may sign in to the pages: names, roles, passwords as scrypt leaves them, and sessions."""

import hashlib
import hmac
import secrets
from datetime import UTC, datetime, timedelta
from threading import BoundedSemaphore
from typing import Literal, get_args

import msgspec
from sqlalchemy import (
    Column,
    Connection,
    ForeignKey,
    LargeBinary,
    String,
    Table,
    delete,
    func,
    insert,
    select,
    update,
)

from dragoman.record.errors import UserInvalid
from dragoman.store.tables import metadata

Role = Literal["reader", "editor"]
ROLES: tuple[Role, ...] = get_args(Role)
SHORTEST = 12
_LONGEST = 1024
_LONGEST_NAME = 60
# RFC 7914; the cost OWASP asks for ("Password Storage Cheat Sheet"): 64 MiB, twice.
_COST = {"n": 2**16, "r": 8, "p": 2, "maxmem": 2**27}
_SALT = 16
# Each takes 64 MiB: a crowd that signs in at once must not take all there is.
_AT_ONCE = BoundedSemaphore(2)
_NOBODY = b"\0" * (_SALT + 64)
IDLE = timedelta(hours=12)
LONGEST = timedelta(days=7)
_NOTED = timedelta(minutes=5)

user_table = Table(
    "user",
    metadata,
    Column("name", String, primary_key=True),
    Column("role", String, nullable=False),
    Column("password", LargeBinary, nullable=False),
    Column("made", String, nullable=False),
)
session_table = Table(
    "session",
    metadata,
    Column("digest", String, primary_key=True),
    Column("user", ForeignKey("user.name"), nullable=False, index=True),
    Column("made", String, nullable=False),
    Column("seen", String, nullable=False),
)


class User(msgspec.Struct, frozen=True, kw_only=True):
    """One who may sign in; `made` is ISO 8601 in UTC."""

    name: str
    role: Role
    made: str


def add_user(connection: Connection, name: str, role: Role, password: str) -> User:
    """Keep a new user. Raises UserInvalid for a name that is taken or none, or a short password."""
    name = name.strip()
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise UserInvalid(f"a user needs a name of up to {_LONGEST_NAME} characters")
    if _hash(connection, name) is not None:
        raise UserInvalid(
            f"there is a user called {name!r} already: `dragoman user password {name}` gives a "
            f"new password"
        )
    made = User(name=name, role=role, made=_text(datetime.now(UTC)))
    row = msgspec.structs.asdict(made) | {"password": _hashed(_fit(password))}
    connection.execute(insert(user_table).values(row))
    return made


def load_users(connection: Connection) -> list[User]:
    """Return all users by name."""
    columns = [user_table.c[field] for field in User.__struct_fields__]
    rows = connection.execute(select(*columns).order_by(user_table.c.name))
    return [User(**row._mapping) for row in rows]


def remove_user(connection: Connection, name: str) -> None:
    """Forget a user and end their sessions. Raises UserInvalid where there is none."""
    _known(connection, name)
    connection.execute(delete(session_table).where(session_table.c.user == name))
    connection.execute(delete(user_table).where(user_table.c.name == name))


def set_password(connection: Connection, name: str, password: str) -> None:
    """Give a user another password and end their sessions. Raises UserInvalid."""
    _known(connection, name)
    hashed = _hashed(_fit(password))
    connection.execute(update(user_table).where(user_table.c.name == name).values(password=hashed))
    connection.execute(delete(session_table).where(session_table.c.user == name))


def right(connection: Connection, name: str, password: str) -> bool:
    """Say whether this is a user's password, in a time that does not tell whether there is one."""
    kept = _hash(connection, name)
    held = kept or _NOBODY
    given = _hashed(password[:_LONGEST], held[:_SALT])
    return hmac.compare_digest(given, held) and kept is not None


def open_session(connection: Connection, name: str) -> str:
    """Begin a session of a user and return its id; the record keeps its digest.

    Sessions that are over are swept out. The caller owns the transaction.
    """
    now = datetime.now(UTC)
    over = (session_table.c.seen < _text(now - IDLE)) | (
        session_table.c.made < _text(now - LONGEST)
    )
    connection.execute(delete(session_table).where(over))
    made = secrets.token_urlsafe(32)
    row = {"digest": _digest(made), "user": name, "made": _text(now), "seen": _text(now)}
    connection.execute(insert(session_table).values(row))
    return made


def session_user(connection: Connection, key: str) -> tuple[User, bool] | None:
    """Return whose session this id is, and whether its use is to be noted; None where it is over.

    A session is over after a while without use (IDLE), and in any case after LONGEST.
    """
    table, now = session_table, datetime.now(UTC)
    query = select(user_table, table.c.seen, table.c.made.label("begun"))
    query = query.join(table, table.c.user == user_table.c.name)
    row = connection.execute(query.where(table.c.digest == _digest(key))).one_or_none()
    if row is None or row.seen < _text(now - IDLE) or row.begun < _text(now - LONGEST):
        return None
    found = User(name=row.name, role=row.role, made=row.made)
    return found, row.seen < _text(now - _NOTED)


def note_session(connection: Connection, key: str) -> None:
    """Note that a session is in use."""
    row = update(session_table).where(session_table.c.digest == _digest(key))
    connection.execute(row.values(seen=_text(datetime.now(UTC))))


def close_session(connection: Connection, key: str) -> None:
    """End a session."""
    connection.execute(delete(session_table).where(session_table.c.digest == _digest(key)))


def number_of_users(connection: Connection) -> int:
    """Return how many users there are."""
    return connection.execute(select(func.count()).select_from(user_table)).scalar_one()


def _known(connection: Connection, name: str) -> None:
    if _hash(connection, name) is None:
        raise UserInvalid(f"no user is called {name!r}: `dragoman user list` lists all")


def _hash(connection: Connection, name: str) -> bytes | None:
    query = select(user_table.c.password).where(user_table.c.name == name)
    found: bytes | None = connection.execute(query).scalar_one_or_none()
    return found


def _fit(password: str) -> str:
    if not SHORTEST <= len(password) <= _LONGEST:
        raise UserInvalid(f"a password needs at least {SHORTEST} characters, and up to {_LONGEST}")
    return password


def _hashed(password: str, salt: bytes | None = None) -> bytes:
    salt = salt or secrets.token_bytes(_SALT)
    with _AT_ONCE:
        made = hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, **_COST)
    return salt + made


def _digest(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
