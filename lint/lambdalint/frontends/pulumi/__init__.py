"""Pulumi's AWS resources: from the calls that a program makes to the model, whatever language it is written in.

A front end evaluates its program into a trace (`script.values.Call`) and hands it to `app.read`. A resource is a call
of `pulumi.aws.<module>.<Class>` with `new` True and the arguments name, properties and options.
"""
