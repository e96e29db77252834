"""AWS CDK: from the calls that a program makes to the model, whatever language it is written in.

A front end evaluates its program into a trace (`script.values.Call` in order of execution) and hands it to
`app.read(calls, language, folder, whole)`, which gives InfraFacts. `language` says how values are written back
(`script.language.Language`), `folder` is where the program runs (that of cdk.json).
"""
