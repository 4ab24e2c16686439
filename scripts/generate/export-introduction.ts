/** What stands at the top of docs/export.md. */
export const exportIntroduction = `# The exported record

Written by \`npm run generate\` out of the schema; do not change it by hand.

An export holds the record of governance and meetings in a form that other programs read. It is no copy of the database: what the database needs for
itself is not in it, and whatever reads lines of JSON can read it. A backup (\`npm run backup\`) is for putting the same installation back; an export is for
keeping, checking, handing on, and moving to another installation with the same addresses.

    npm run export -- FILE              the full edition: all of the record, drafts and exempt papers included
    npm run export -- FILE --public     the public edition: what anybody may read
    npm run export -- --check FILE      is the file whole?
    npm run import-archive -- FILE      reads a full edition into an installation in which nobody has done anything yet

Administrators find both editions under Administration, Export.

## The file

A gzipped tar, read from front to back with little memory:

| Entry | Holds |
| --- | --- |
| \`records/KIND.jsonl\` | the records of one kind, each a JSON object on a line of its own with every field of the kind, in UTF-8; a kind comes after those that it refers to, as far as they do not refer to each other |
| \`documents/AB/ABCDEF…\` | every document that a record names, under the sha-256 of its bytes; AB are its first two figures |
| \`manifest.json\` | the last entry: \`format\` (1), \`edition\`, \`madeAt\`, \`partnership\`, \`step\` (of the schema that the fields follow), \`kinds\` with their fields, numbers of records and bytes, and sha-256; \`leftOut\`; \`documents\` with the sha-256 of their names, a line each; \`missing\` (documents that were gone) |

Everything in it is of one moment. Whole numbers, true and false, null and lists are JSON's own; ids are UUIDs and stay the same wherever the record goes.
Half-open periods: \`starts_on\` is the first day, \`ends_on\` the first day on which something no longer holds, null for no end. \`sight\` says who may know of
a record (draft, members, public), \`category\` whether it belongs to Part 2 (exempt, confidential), \`version\` counts changes.

## Public edition

Rows are read as a visitor, so that the rules of access decide which there are, and only the fields marked below are in it. Who attended, voted or declared
an interest is published as each board's rules say: it stands in \`open-data-object\`, as in the open data, and the registers themselves are left to the full
edition. It cannot be imported: it lacks what an installation needs.

## Import

Every sum is compared before anything is written; then the schema is made as of \`step\`, filled, and brought up to date, in one transaction. A version that
does not know the step says so. Constraints hold, references are judged at the end, and triggers fire, but for those that judge a step at the moment when it
is taken (a vote only while its motion is open). Nobody has an account afterwards: the first start prints how to become the administrator, who invites the others.

- An election whose ballot is open must be counted before the export: the key of its box stays behind.
- A pack that is being made at the moment of the export has to be made again.
- Under another public address open data have other ids: they are written anew, and keep when they were created.
`
