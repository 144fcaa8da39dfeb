"""porspec: help pages from scenarios that ran, in every language and every cloud."""
