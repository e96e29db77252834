"""SST, version 2 and 3: functions as its components describe them."""
