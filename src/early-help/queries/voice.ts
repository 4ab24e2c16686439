import type { Reader } from '#platform/database/session.ts'
import type { ReadingRole, ReadingStanding } from '../rules/readings.ts'
import type { capturedWords, occasionWords, StatementKind } from '../words/voice.ts'
import { findNames } from './names.ts'

type Captured = keyof typeof capturedWords

/** How the partnership calls the columns and asks its question on a day. @throws where nothing is set by then */
export async function findVoiceRule(reader: Reader, today: Temporal.PlainDate) {
  return reader
    .selectFrom('casework.voice_rule')
    .select([
      'worried_label as worriedLabel',
      'well_label as wellLabel',
      'happen_label as happenLabel',
      'question',
      'low_words as lowWords',
    ])
    .select(['high_words as highWords', 'improved_step as improvedStep', 'silent_weeks as silentWeeks', 'source', 'starts_on as startsOn'])
    .where('starts_on', '<=', today)
    .orderBy('starts_on', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
/** How the partnership calls the columns, and asks. */
export type VoiceRule = Awaited<ReturnType<typeof findVoiceRule>>

/** What a family says in the three columns, earliest first, each with who sees it otherwise. None where one may not read it, or does not look. */
export async function findStatements(reader: Reader, episode: string) {
  const [rows, disputes] = [
    await reader
      .selectFrom('casework.statement')
      .select(['id', 'kind', 'words', 'goal', 'for_how_long as forHowLong', 'whose', 'about', 'said_on as saidOn', 'version'])
      .select(['tells_of_others as tellsOfOthers', 'withheld_from as withheldFrom'])
      .where('episode', '=', episode)
      .orderBy('said_on')
      .orderBy('entered_at')
      .execute(),
    await reader
      .selectFrom('casework.statement_dispute')
      .select(['statement', 'who', 'words', 'said_on as saidOn'])
      .where('episode', '=', episode)
      .orderBy('entered_at')
      .execute(),
  ]
  return rows.map((row) => ({
    ...row,
    kind: row.kind as StatementKind,
    disputes: disputes.filter(({ statement }) => statement === row.id),
  }))
}

/** Readings of a family, in the order in which they were given. */
export async function findReadings(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.scale_reading')
    .select([
      'id',
      'question',
      'role',
      'person',
      'name',
      'standing',
      'value',
      'said_on as on',
      'occasion',
      'why',
      'one_higher as oneHigher',
      'captured',
    ])
    .where('episode', '=', episode)
    .orderBy('said_on')
    .orderBy('entered_at')
    .execute()
  return rows.map((row) => ({
    ...row,
    role: row.role as ReadingRole,
    standing: row.standing as ReadingStanding,
    occasion: row.occasion as keyof typeof occasionWords,
    captured: row.captured as Captured | null,
  }))
}

/** Words and drawings, the latest first; of a drawing what it shows, and never its bytes. */
export async function findContributions(reader: Reader, episode: string) {
  const rows = await reader
    .selectFrom('casework.own_words as c')
    .leftJoin('casework.drawing as d', 'd.contribution', 'c.id')
    .select(['c.id', 'c.person', 'c.name', 'c.said_on as saidOn', 'c.words', 'c.captured', 'c.entered_by as enteredBy'])
    .select(['c.tells_of_others as tellsOfOthers', 'c.withheld_from as withheldFrom'])
    .select(['d.id as drawing', 'd.described', 'd.width', 'd.height'])
    .where('c.episode', '=', episode)
    .orderBy('c.said_on', 'desc')
    .orderBy('c.entered_at', 'desc')
    .execute()
  const names = await findNames(
    reader,
    rows.map(({ enteredBy }) => enteredBy),
  )
  return rows.map((row) => ({ ...row, captured: row.captured as Captured, enteredByName: names.get(row.enteredBy) ?? '' }))
}

/** The bytes of a drawing; undefined where one may not read it, or does not look. */
export async function findDrawing(reader: Reader, episode: string, drawing: string) {
  return reader
    .selectFrom('casework.drawing')
    .select(['media_type as mediaType', 'bytes'])
    .where('episode', '=', episode)
    .where('id', '=', drawing)
    .executeTakeFirst()
}
