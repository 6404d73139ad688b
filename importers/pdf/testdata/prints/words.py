"""What the prints say: a plan of invented risks with five planted errors, and budgets with three or none."""

BOARD = "Fyr- och farledsnämnden"
LIKELY = ["Osannolik", "Mindre sannolik", "Möjlig", "Sannolik"]
SEVERE = ["Försumbar", "Lindrig", "Kännbar", "Allvarlig"]
HEADS = ["Nr", "Kontrollområde", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Rekommenderad riskhantering", "Åtgärd", "Ansvarig", "Återrapporteras"]

# Which columns a print of so many columns has.
CHOICE = {5: [0, 2, 3, 4, 5], 6: [0, 2, 3, 4, 5, 6], 7: [0, 1, 2, 3, 4, 5, 6], 8: [0, 2, 3, 4, 5, 6, 7, 8], 9: [0, 1, 2, 3, 4, 5, 6, 7, 8], 10: list(range(10))}

EVENTS = [
    ("Farleder", "Prickar driver ur läge efter isgång och ingen märker det före seglingssäsongen", 2, 4),
    ("Fyrar", "Reservlampan tänds inte när den ordinarie slocknar", 3, 2),
    ("Lotsning", "Lotsbåten saknar besättning en vardagsnatt", 2, 3),
    ("Ekonomi", "Hamnavgiften tas ut efter fjolårets taxa", 2, 2),
    ("Personal", "Fyrvaktare går i pension utan att efterträdaren lärt sig dimhornet", 4, 3),
    ("Arkiv", "Sjökorten förvaras fuktigt", 1, 2),
    ("Inköp", "Bränsle köps utan avtal", 3, 4),
    ("Miljö", "Kvicksilver från linslagret läcker ut när fyrhuset renoveras", 2, 4),
    ("Lokaler", "Vinterförrådets brandsläckare är inte plomberade", 3, 1),
    ("Avtal", "Underhållet av enslinjer sköts av ett bolag vars avtal har löpt ut", 2, 3),
    ("IT", "Mätstationen sänder inte vattenstånd", 3, 3),
    ("Jäv", "Handläggare beviljar brygglov åt en granne", 1, 3),
    ("Säkerhet", "Båtplatsernas elstolpar är ojordade", 3, 4),
    ("Kris", "Bogseraren hinner inte fram inom två timmar vid storm från nordost", 2, 4),
    ("Taxor", "Dispens ges för lågt", 4, 1),
    ("Bidrag", "Sjöräddarnas bidrag betalas ut två gånger", 1, 1),
    ("Trafik", "Gästhamnens infart muddras för sent", 3, 2),
    ("Kontroll", "Mätning av djup görs med ett lod som inte är kontrollerat", 2, 2),
    ("Arbetsmiljö", "Ensamarbete i tornen sker utan larm", 3, 4),
    ("Register", "Båtregistret visar fel ägare", 4, 2),
    ("Skötsel", "Vassen växer igen vid badbryggan", 4, 1),
    ("Beslut", "Delegationsbeslut anmäls inte", 2, 3),
    ("Ärenden", "Yttranden lämnas efter sista dagen", 3, 3),
    ("Frakt", "Bojstenar lossas på fel kaj", 1, 4),
]
OWNERS = ["Hamnkapten", "Fyrmästare", "Ekonom", "Enhetschef farled"]
REPORTED = ["T1, T2", "T2, Årsbokslut", "T1, T2, Årsbokslut"]
MEASURES = ["Rond varje kvartal med protokoll", "Stickprov av 12 ärenden och rättning inom två veckor", "Utbildning av alla nya", "Rutinen skrivs om och prövas i juni tillsammans med hamnkaptenen"]


USUAL, OWN = (3, 11), (2, 8)


def treatment(value, limits=USUAL):
    return "Acceptera risk" if value <= limits[0] else "Reducera risk" if value <= limits[1] else "Minimera risk"


DIGITS_TITLE = f"Riskregister 2026, {BOARD}"


def digits(n, names):
    """The headings and rows of a register whose levels are digits, and its errors. names: the headings of levels and value."""
    rows, errors = [], []
    for i, (_, event, l, s) in enumerate(EVENTS[:n]):
        nr, value = str(i + 1), l * s
        treat = treatment(value, OWN)
        if i == 1 or i == 8:
            value += 2
            errors.append(("risk-value", nr, str(value), str(l * s)))
        rows.append([nr, event, str(l), str(s), str(value), treat, MEASURES[i % len(MEASURES)]])
    return ["Nr", "Risk", *names, "Hantering", "Kontrollmoment"], rows, errors


def spelled(heads, rows):
    """The register with one column for levels and value: "3 × 4 = 12"."""
    return [*heads[:2], "Värdering (S × K)", *heads[5:]], [[*r[:2], f"{r[2]} × {r[3]} = {r[4]}", *r[5:]] for r in rows]


def plan(n=15, cols=10, grouped=False, limits=USUAL):
    """The headings and rows of a plan, and its errors: rule, risk, what is found, what is right. grouped: three risks in a row have the same area. limits: the highest values of the first two treatments."""
    rows, errors = [], []
    for i, (area, event, l, s) in enumerate(EVENTS[:n]):
        nr, value, level = f"R{i + 1}", l * s, LIKELY[l - 1]
        if grouped:
            area = EVENTS[i // 3 * 3][0]
        treat = treatment(value, limits)
        if i == 1:
            value = 5
            errors.append(("risk-value", nr, "5", str(l * s)))
        if i == 6:
            value, treat = 8, "Reducera risk"
            errors += [("risk-value", nr, "8", str(l * s)), ("treatment", nr, treat, treatment(l * s, limits))]
        if i == 9:
            errors.append(("treatment", nr, "Acceptera risk", treat))
            treat = "Acceptera risk"
        if i == 12:
            level = "Trolig"
            errors.append(("unknown-level", nr, "Trolig", ""))
        act = treat != "Acceptera risk" or i == 9
        rows.append([nr, area, event, level, SEVERE[s - 1], str(value), treat, MEASURES[i % 4] if act else "", OWNERS[i % 4] if act else "", REPORTED[i % 3] if act else ""])
    pick = CHOICE[cols]
    if 6 not in pick:
        errors = [e for e in errors if e[0] != "treatment"]
    return [HEADS[k] for k in pick], [[r[k] for k in pick] for r in rows], errors


DEFINITIONS = ("Definitioner", ["Sannolikhet", "Värde", "Konsekvens", "Värde"], [[LIKELY[k], str(k + 1), SEVERE[k], str(k + 1)] for k in range(4)])
LEVELS = [
    ("Definitioner", ["Sannolikhet", "Benämning"], [[str(k + 1), LIKELY[k]] for k in range(4)]),
    ("", ["Konsekvens", "Benämning"], [[str(k + 1), SEVERE[k]] for k in range(4)]),
    ("", ["Riskvärde", "Rekommenderad riskhantering"], [["1–2", "Acceptera risk"], ["3–8", "Reducera risk"], ["9–16", "Minimera risk"]]),
]
PLAN_TITLE = f"Intern kontrollplan 2026 för {BOARD}"
BUDGET_TITLE = "Ekonomisk uppföljning 2026, tkr"
BUDGET_TEXT = f"Budget och utfall för {BOARD} i tkr."


def budget(wrong=False, minus="-"):
    """The headings and rows of a budget, and its errors: rule, line, what is found, what is right."""
    lines = [("Fyrar och fyrplatser", 5200, 5410), ("Farledsunderhåll", 3150, 2990), ("Lotsning", 1820, 1905), ("Gästhamnar", 940, 1012), ("Sjömätning", 690, 655)]

    def amount(v):
        s = f"{abs(v):,}".replace(",", " ")
        return minus + s if v < 0 else s

    rows = [[n, -b, -u, b - u] for n, b, u in lines]
    total = ["Summa kostnader", *(sum(r[k] for r in rows) for k in (1, 2, 3))]
    rows.append(total)
    errors = []
    if wrong:
        rows[1][3] = 106
        rows[5][1] -= 100
        errors = [("budget-deviation", "Farledsunderhåll", "106", "160"), ("budget-deviation", "Summa kostnader", "-172", "-72"), ("budget-total", "Summa kostnader", "-11900", "-11800")]
    return ["Verksamhet", "Budget 2026", "Utfall 2026", "Avvikelse"], [[r[0], *map(amount, r[1:])] for r in rows], errors
