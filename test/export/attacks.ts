import { newId } from '#platform/database/ids.ts'
import { type ArchivedEntry, sealed } from './forge.ts'

type Entries = readonly ArchivedEntry[]

/** An archive that somebody has made worse. */
export interface Attack {
  readonly forge: (entries: Entries) => Entries | Buffer
  /** What is said of it. */
  readonly said: RegExp
  /** Whether it shows when the file is looked at, or only when its records meet the tables. */
  readonly shows: 'checking' | 'loading'
}

const checking = (forge: Attack['forge'], said: RegExp): Attack => ({ forge, said, shows: 'checking' })
const loading = (forge: Attack['forge'], said: RegExp): Attack => ({ forge, said, shows: 'loading' })

/** Every attack by what it does. */
export const attacks: Readonly<Record<string, Attack>> = {
  'a path that leads elsewhere': checking(
    (entries) => [{ name: '../../etc/cron.d/x', content: Buffer.from('x') }, ...entries],
    /no archive of Goldenthread/,
  ),
  'a link': checking(
    (entries) => [{ name: 'records/body.jsonl', content: Buffer.alloc(0), type: 'symlink' }, ...entries],
    /holds a symlink/,
  ),
  'a kind twice': checking((entries) => [...entries.slice(0, 1), ...entries], /stands in it twice/),
  'no manifest': checking((entries) => entries.slice(0, -1), /cut short/),
  'something after the manifest': checking((entries) => [...entries, ...entries.slice(0, 1)], /follows its manifest/),
  'other bytes in a document': checking(
    (entries) => entries.map((one) => (one.name.startsWith('documents/') ? { ...one, content: Buffer.from('other') } : one)),
    /not what its name says/,
  ),
  'other words in a record': checking(
    (entries) =>
      entries.map((one) =>
        one.name === 'records/body.jsonl'
          ? { ...one, content: Buffer.from(one.content.toString().replace('Northbrook', 'Southbrook')) }
          : one,
      ),
    /do not match their sum/,
  ),
  'another form': checking((entries) => sealed(entries, { format: 2 }), /has form 2/),
  'a newer version': checking((entries) => sealed(entries, { step: '9999-later' }), /another Goldenthread/),
  'an unknown kind': loading(
    (entries) => sealed([...entries, { name: 'records/spell.jsonl', content: Buffer.from('{"id":1}\n') }]),
    /spell, which this Goldenthread does not know/,
  ),
  'a kind of another schema': loading(
    (entries) => sealed([...entries, { name: 'records/user-account.jsonl', content: Buffer.from('{"id":1}\n') }]),
    /user-account, which/,
  ),
  'a kind that is lacking': loading(
    (entries) => sealed(entries.filter(({ name }) => name !== 'records/seat.jsonl')),
    /lacks the records of seat/,
  ),
  'a field that is lacking': loading(
    changed('body', (line) => line.replace(/"slug":"[^"]*",/, '')),
    /other fields|have the fields/,
  ),
  'a record that is no JSON': loading(
    changed('body', (line) => line.slice(0, -1)),
    /Line 1 of body is not JSON/,
  ),
  'a record twice': loading(
    changed('body', (line) => `${line}\n${line}`),
    /Line 2 of body stands there twice/,
  ),
  'a reference to nothing': loading(
    changed('seat', (line) => line.replace(/"body":"[^"]*"/, `"body":"${newId()}"`)),
    /seat refers to something that is not in the archive/,
  ),
  'a day that is none': loading(
    changed('office', (line) => line.replace(/"starts_on":"[^"]*"/, '"starts_on":"2026-02-31"')),
    /Line 1 of office cannot be read/,
  ),
  'an end before the beginning': loading(
    changed('office', (line) => line.replace(/"starts_on":"[^"]*","ends_on":[^,]*/, '"starts_on":"2026-02-01","ends_on":"2025-01-01"')),
    /Line 1 of office breaks a rule/,
  ),
  'Part 2 in public sight': loading((entries) => {
    const titles =
      entries
        .find(({ name }) => name === 'records/item-content.jsonl')
        ?.content.toString()
        .split('\n') ?? []
    const exempt = titles.find((line) => line.includes('"category":"exempt"')) ?? ''
    return changedTo(
      entries,
      'item-content',
      titles.map((line) => (line === exempt ? line.replace(/"sight":"[^"]*"/, '"sight":"public"') : line)).join('\n'),
    )
  }, /item-content breaks a rule/),
  'a document that is lacking': loading(
    (entries) => sealed(entries.filter(({ name }) => !name.startsWith('documents/'))),
    /names the document/,
  ),
  'letters that are none': loading((entries) => changedTo(entries, 'body', Buffer.from([0x7b, 0xff, 0x0a])), /not written in UTF-8/),
  'a bomb': checking(
    (entries) => [{ name: 'records/body.jsonl', content: Buffer.alloc(200_000_000, 32) }, ...entries],
    /grows beyond measure/,
  ),
  'no archive at all': checking(() => Buffer.from('hello'), /no archive at all/),
}

function changed(kind: string, change: (line: string) => string): (entries: Entries) => Entries {
  return (entries) => {
    const [first = '', ...rest] =
      entries
        .find(({ name }) => name === `records/${kind}.jsonl`)
        ?.content.toString()
        .split('\n') ?? []
    return changedTo(entries, kind, [change(first), ...rest].join('\n'))
  }
}

function changedTo(entries: Entries, kind: string, content: string | Buffer): Entries {
  return sealed(entries.map((one) => (one.name === `records/${kind}.jsonl` ? { ...one, content: Buffer.from(content) } : one)))
}
