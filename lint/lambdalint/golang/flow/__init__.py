"""Where values come from and what calls run, in the packages of one program."""
