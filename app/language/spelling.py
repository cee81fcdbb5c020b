"""Spelling: the words of our sentences that British and American English part on.

The patterns and cards are written in British English. Official names, which are
capitalised, and what stands in quotation marks keep the spelling they have.
"""

import re

_PAIRS = """
labour labor; labourer laborer; labourers laborers; programme program;
programmes programs; centre center; centres centers; centred centered;
organisation organization; organisations organizations; organise organize;
organises organizes; organised organized; organising organizing;
organiser organizer; organisers organizers; recognise recognize;
recognises recognizes; recognised recognized; recognising recognizing;
recognisable recognizable; unrecognised unrecognized; criticise criticize;
criticises criticizes; criticised criticized; criticising criticizing;
judgement judgment; judgements judgments; neighbour neighbor; neighbours neighbors;
neighbouring neighboring; favour favor; favours favors; favoured favored;
favourable favorable; vigour vigor; candour candor; honour honor; honours honors;
honoured honored; honourable honorable; behaviour behavior; colour color;
rumour rumor; harbour harbor; endeavour endeavor; offence offense;
offences offenses; defence defense; licence license; licences licenses;
towards toward; politicise politicize; politicised politicized;
politicisation politicization; instrumentalisation instrumentalization;
criminalise criminalize; criminalised criminalized; criminalises criminalizes;
criminalisation criminalization; antagonise antagonize; antagonising antagonizing;
demonise demonize; demonising demonizing; finalise finalize; finalised finalized;
summarise summarize; summarised summarized; subsidise subsidize;
subsidised subsidized; unsubsidised unsubsidized; penalise penalize;
penalises penalizes; penalised penalized; penalising penalizing;
harmonise harmonize; harmonised harmonized; emphasise emphasize;
emphasised emphasized; mobilise mobilize; mobilised mobilized; authorise authorize;
authorised authorized; standardise standardize; standardised standardized;
specialise specialize; specialised specialized; utilise utilize; realise realize;
realised realized; minimise minimize; apologise apologize; legalise legalize;
legalised legalized; publicise publicize; publicised publicized; analyse analyze;
analysed analyzed; analysing analyzing; travelled traveled; travelling traveling;
traveller traveler; travellers travelers; counsellor counselor;
counsellors counselors; counselling counseling; fulfil fulfill; fulfils fulfills;
fulfilment fulfillment; enrol enroll; enrolment enrollment; cancelled canceled;
labelled labeled; modelled modeled; signalled signaled; signalling signaling;
ageing aging; cheque check; grey gray; whilst while; scrutinise scrutinize;
scrutinised scrutinized
"""
AMERICAN: dict[str, str] = {
    pair.split()[0]: pair.split()[1] for pair in _PAIRS.split(";")
}
"""British word to the American one, in lower case."""

_AMBIGUOUS = {"check", "while", "program", "programs", "license", "licenses"}
BRITISH: dict[str, str] = {
    american: british
    for british, american in AMERICAN.items()
    if american not in _AMBIGUOUS
}
"""American word to the British one, where it means nothing else."""

_QUOTED = re.compile(r"(“[^”]*”|\"[^\"]*\")")
_WORD = re.compile(r"(?<![\w@-])[A-Za-z]+(?:-[a-z]+)*")


def american(text: str) -> str:
    """A sentence of ours in American spelling; names and quotations stay."""
    return "".join(
        piece if number % 2 else _WORD.sub(_swap, piece)
        for number, piece in enumerate(_QUOTED.split(text))
    )


def _swap(found: re.Match[str]) -> str:
    word = found[0]
    if word.islower():
        return "-".join(AMERICAN.get(one, one) for one in word.split("-"))
    opens = not found.string[: found.start()].strip()
    follows = found.string[found.end() :].lstrip()[:1]
    known = AMERICAN.get(word.lower())
    if known and opens and word[1:].islower() and follows.islower():
        return known.capitalize()
    return word
