"""Variables of the environment: who reads them, and what Lambda itself provides.

What Lambda sets is said by its developer guide (defined runtime environment variables), what imitates it by the AWS SAM
CLI and the Serverless Framework, how libraries read tags by their READMEs.

Source: godoc of each package.

Checked by `python -m lambdalint.dev data go_environment` against Netflix/go-env 0.1.2, alecthomas/kong 1.17.0,
caarlos0/env 3.5.0+incompatible, ilyakaznacheev/cleanenv 1.5.0, jessevdk/go-flags 1.6.1, joeshaw/envdecode
0.0.0-20200121155833-099f1fc765bd, kelseyhightower/envconfig 1.4.0, sethvargo/go-envconfig 1.4.3, spf13/viper 1.21.0,
golang.org/toolchain 0.0.1-go1.25.4.linux-amd64. Read 2026-11-21.
"""

from __future__ import annotations

# Set in every Lambda function, and by nothing else that runs Go programs.
SET_IN_LAMBDA = frozenset(
    {
        "AWS_EXECUTION_ENV",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
        "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_VERSION",
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "AWS_LAMBDA_RUNTIME_API",
        "LAMBDA_RUNTIME_DIR",
        "LAMBDA_TASK_ROOT",
        "_HANDLER",
    }
)

# Set by tools that imitate Lambda, never by Lambda.
UNSET_IN_LAMBDA = frozenset({"AWS_SAM_LOCAL", "IS_LOCAL", "IS_OFFLINE", "LAMBDA_LOCAL", "SAM_LOCAL"})

# Direct readers: (package, name) → index of the key.
READERS = {
    ("os", "Getenv"): 0,
    ("os", "LookupEnv"): 0,
    ("syscall", "Getenv"): 0,
}

# Whole-environment readers: any key may be read by what they return.
DUMPERS = frozenset({("os", "Environ"), ("syscall", "Environ")})

# Libraries whose configuration files may name any key, in templates or as a function.
FILE_READERS = frozenset({"github.com/kayac/go-config", "github.com/mashiike/hclconfig", "github.com/mashiike/hclutil"})

# Libraries that fill a struct from the environment by tags of its fields.
STRUCT_READERS: dict[str, str] = {
    "github.com/caarlos0/env": "caarlos0",
    "github.com/kelseyhightower/envconfig": "envconfig",
    "github.com/vrischmann/envconfig": "plain",
    "github.com/sethvargo/go-envconfig": "sethvargo",
    "github.com/Netflix/go-env": "netflix",
    "github.com/joeshaw/envdecode": "envdecode",
    "github.com/ilyakaznacheev/cleanenv": "cleanenv",
    "github.com/codingconcepts/env": "codingconcepts",
    "github.com/alecthomas/kong": "kong",
    "github.com/jessevdk/go-flags": "flags",
    "github.com/spf13/viper": "viper",
}

# Functions of those libraries that do the reading: name → index of the struct among the arguments.
STRUCT_FUNCTIONS = {
    "Parse": 0,
    "ParseWithOptions": 0,
    "ParseWithFuncs": 0,
    "ParseAs": -1,
    "ParseAsWithOptions": -1,
    "Process": 1,
    "MustProcess": 1,
    "ProcessWith": 1,
    "Init": 0,
    "UnmarshalFromEnviron": 0,
    "Decode": 0,
    "StrictDecode": 0,
    "ReadEnv": 0,
    "ReadConfig": 1,
    "Set": 0,
    "New": 0,
    "NewParser": 0,
}
