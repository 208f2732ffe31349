"""From the lines under each label to the keys of a case; what fits no key is kept aside."""
