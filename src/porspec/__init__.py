"""porspec: help pages from scenarios that ran, in every language and for every moniker."""
