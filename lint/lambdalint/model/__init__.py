"""The one model that rules see: what is deployed, the code it runs, how it is built. No dialect in here."""
