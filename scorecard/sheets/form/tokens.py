"""Words that stand for a participant's code, name and time until a copy is made."""

CODE_TOKEN = "\u2063code\u2063"
NAME_TOKEN = "\u2063name\u2063"
HOURS_TOKEN = "\u2063hours\u2063"
