"""Command lines of scripts, Makefiles and Dockerfiles, and what they build, copy and zip."""
