"""After step 7: is all as it was sealed, and does it follow from the evidence?"""
