# where the zips go
