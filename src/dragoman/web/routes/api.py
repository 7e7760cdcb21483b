"""The API: data for programs, and decisions by those who have a token."""

from dragoman.web.api.endpoints import routes as routes_of
from dragoman.web.api.table import ENDPOINTS

routes = routes_of(ENDPOINTS)
