// Words that speak of the same in a negotiation, one family a line; pairs stand for two neighbouring words. Data only: extend it, never bend it to one article.

/** The first word names the family. */
export const FAMILIES = `
yield, cede, give up, give away, surrender, concede, concession, relinquish, hand over, sign away, cession, renounce, cession
land, territory, territorial, soil, territorially
ceasefire, cease-fire, truce, armistice, stop fighting, halt fighting, end fighting, stop hostility, end hostility, cease hostility, cease fire, stop shooting
deal, agreement, accord, pact, treaty, settlement
talks, talk, negotiation, negotiate, dialogue, meeting, meet, summit, session
withdrawal, withdraw, pull out, pullout, pull back, pullback
force, troop, soldier, army, military
weapon, arms, armament, weaponry
sanction, embargo
lifting, lift, ease, easing, remove, removal
aid, assistance, help
membership, join, accession, accede, entry
recognition, recognise, recognize
release, free, freeing, liberate
captive, hostage, prisoner, detainee
election, vote, poll, ballot
guarantee, assurance
border, frontier, boundary
stop, halt, end, cease, cessation
disarm, disarmament, demilitarise, demilitarize, demilitarisation, demilitarization, lay down
enrichment, enrich
nuclear, atomic
resignation, resign, step down, quit
tariff, duty, levy
independence, secession, secede
hostility, fighting, war, conflict, violence
freeze, freezing
`;
