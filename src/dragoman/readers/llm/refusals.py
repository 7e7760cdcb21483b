"""Why something a model wrote is not kept; what follows a colon tells the case."""

NOT_THERE = "the quote does not stand in the text that was sent"
NO_NAME = "no name"
NOT_IN_FORM = "not in the form asked for"
VALUE_LEFT_OUT = "a value was left out"
CUT_OFF = "the answer was cut off"
