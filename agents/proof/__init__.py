"""Proof: is what a sentence says carried by its evidence? Asked before anybody reads it.

`prover.prove` first looks whether the sentence stands in the evidence word for word. If not, it
asks questions, each in a file of its own. Of the whole sentence (`sentences`): what nobody may
phrase anew (`never_phrased`), words the evidence has not (`wording`, by `vocabulary` and
`words.yaml`), figures with their units (`figures`, `numerals`), may and must (`modality`),
comparisons, commitments, small words of a near copy (`near_copies`). Of each clause (`claims`,
`clauses`): yes and no (`polarity`), whose figure or side it is (`bindings`), conditions that were
dropped (`conditions`). `conflicts` looks at two passages that say different things.
"""
