"""Commands of girlsmoe-train that have a module of their own. Standard library at import."""
