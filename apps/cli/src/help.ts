/** What --help says below the options: examples, and how each command ends. */

export const EXAMPLES = `Examples:
  pledgeline import pledges.csv
  pledgeline import pledges.xlsx --dry-run
  pledgeline import pledges.csv --json | jq .rejected
  gunzip -c pledges.csv.gz | pledgeline import - --rejects rejects.csv
  pledgeline history 01890a5d-ac96-774b-bcce-b302099a8057
  pledgeline report delivery-by-state --as-of 2016-06-17
  pledgeline pledges --q 'hospital rwanda' --facet status
  pledgeline queue --overdue --as DESK
  pledgeline rebuild --url http://127.0.0.1:8080
  pledgeline sign-in 'http://127.0.0.1:3000/sign-in#account=desk&…'
  pledgeline sign-in --as MS --state RWA
  pledgeline whoami --as MS:RWA
  pledgeline audit monitor https://pledges.example.org/proof --key log.vkey --state heads
  pledgeline history 2021-seoul/KOR/INF-BN-7F3K2 --as MS:RWA`;

export const AUDIT_HELP = `
docs/audit.md is for auditors: from the first checkpoint to an alarm.`;

export const BUNDLE_HELP = `
Events are chosen and cut to what you may read. Sign in, or name your role with --role, for more than the public reads.
It is written as the server makes it. At most 200,000 events, or 2,000 for who has not signed in.

Exit codes: 0 written, 2 wrong usage, 3 no server, or one that broke off, 4 refused.`;

export const VERIFY_HELP = `
<file> is an archive of "audit bundle" or a proof of one event (/pledges/{pledgeId}/proof/{revision}). Checked are the
signature, every event against the tree, the list of files and every byte of the archive, an older checkpoint, and the
data of each event against its schema. Pledges that are shown in full are replayed: their status stands behind each
event. Nothing is asked of a server, unless --server names the log: then it proves that the tree goes on from the older
checkpoint, which a bundle that was exported with --checkpoint does by itself.

Exit codes: 0 all is as it was signed, 2 wrong usage, 3 the log of --server has proved nothing, 5 something differs, and is named; also where no --key was given.`;

export const MONITOR_HELP = `
<log> is the address of the log, as in http://127.0.0.1:3000/proof. Each head is checked against the key and against
those that are kept, and is kept itself: as unverified-… until the log has proved it. It needs no sign-in, unless the
installation keeps its log for who has signed in: then name your role with --role, or who you are signed in as with --as.

--open also asks for the events themselves, all of them at first and then what is new, as somebody who may read all:
they must make the root that is signed, each stream must have its revisions one after the other, no id may come twice,
and no event may be recorded before the one before it. What was seen of them is kept in the folder, as opened-leaves.

Exit codes: 0 with --once: all is well, 2 wrong usage, 3 no server, or the log has not proved now what it shows (the
next look asks again), 4 the server keeps no log, 5 the log contradicts what it has signed, or is signed by another key.
A contradiction is kept as alarm-…: each look ends with 5 until that file is moved away. Without --once it goes on until
it is interrupted, or something differs.`;

export const KEYS_HELP = `
The key before the next one states by its signature that it hands over, and signs beside it for 90 days. Start the
services with the changed folder, and tell the next key to whoever keeps the one before.

Exit codes: 0 drawn, 2 wrong usage, 4 there is a key already, or the one before the last change still signs.`;

export const IMPORT_HELP = `
Columns: conference,memberState,isoAlpha3,category,capabilityCode,quantity,unit,description,timeframe,
partners,announcedOn,source and, if wanted, strength (persons) and aircraft in all units together, pledge (the id or reference of the pledge that a row is), and
additional (yes: a new offer like another, somebody checked) with additionalReason, and
lateEntry (yes: it is over already, its history is entered only now). A date is read as people write it, if it can mean
one day only; a blank one stays unknown.

Rows are compared as read, wherever they stand. Running the same file again adds nothing; a row that makes a known
offer in other words is told and not applied; a row that says the same as an earlier line is told as its repeat.
Rejected rows go to a CSV file with their line, field and reason: fix them there or in the original file, and import
either again. --dry-run says all of this of every row, and writes nothing; a reject file only where --rejects names it.

A file is text with commas, semicolons, tabs or bars, in UTF-8, UTF-16 or Windows-1252, or the first sheet of an
Excel workbook (.xlsx): values, not their formats, so that a currency sign that only the format shows is not read.
Order and case of the columns do not matter. What it was read as is told first.

Exit codes: 0 every row is in, 1 some rows were rejected or differ, 2 wrong usage, 3 no server, 4 refused.`;

export const HISTORY_HELP = `
--json prints the raw events, one a line.

Exit codes: 0 shown, 2 wrong usage, 3 no server, 4 no such pledge, or no such time.`;

export const LIST_HELP = `
One page, as --limit and --cursor say; --csv prints up to 1,000 lines where no limit is named. What is not for you to
ask by, such as a level for the public, is refused.

Exit codes: 0 shown, also where there is none, 2 wrong usage, 3 no server, 4 refused.`;

export const REPORT_HELP = `
A dash means that nothing can be said; a 0 was counted. Numbers are rounded to two decimals here; --json and --csv
have them in full, with the references of everything that each counts.

Exit codes: 0 shown, 2 wrong usage, 3 no server, 4 no such report, or not with these options, or not for you.`;

export const SIGN_IN_HELP = `
A link works once, within an hour of the start that wrote it. On the machine of the server --as needs none: whoever may read
the data folder signs in. The token counts for twelve hours and is kept for this user alone. Several may be kept for a
server; then --as chooses in every command. Elsewhere PLEDGELINE_TOKEN holds the access token of your issuer. Tokens
are sent over https, or to this machine.

Exit codes: 0 signed in, 2 wrong usage, 3 no server, 4 refused: the link was used, is too old, or the folder is not yours.`;

export const WHOAMI_HELP = `
Asks the server, so a token that it no longer accepts is told. A server that trusts headers keeps no session: there it is nobody.

Exit codes: 0 told, also for nobody, 2 wrong usage, 3 no server, 4 refused: the token has expired or is not accepted.`;

export const SIMULATE_HELP = `
Needs the role of a records officer (ADMIN), and a server that was started with
PLEDGELINE_SIMULATION=1 on an empty data folder. All that such a server shows says
that it is SIMULATED, for ever; a server that keeps what people did refuses.`;
