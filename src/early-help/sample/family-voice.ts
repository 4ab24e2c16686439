import { PNG } from 'pngjs'
import { newId } from '#platform/database/ids.ts'
import { writeAs } from '#platform/database/session.ts'
import { lookAt } from '../commands/look.ts'
import { disputeStatement, recordReading, recordWords, writeStatement } from '../commands/voice.ts'
import { findStatements } from '../queries/voice.ts'
import { done, type SampleFamily } from './people.ts'

/** What the family Amber says: statements, one disputed, numbers of three with a gap, words and a drawing. */
export async function loadVoice(of: SampleFamily, who: Readonly<Record<'wren' | 'finch' | 'mina', string>>): Promise<void> {
  const { casework, keeper, episode, today } = of
  const needs = { db: casework }
  const day = (ago: number) => today.subtract({ days: ago })
  const write = (ago: number, kind: 'worried' | 'well' | 'happen', words: string, whose: string, goal?: readonly [string, string]) =>
    done(
      writeStatement(needs, keeper(ago), episode, {
        ...{
          kind,
          words,
          whose,
          goal: goal?.[0],
          forHowLong: goal?.[1],
          saidOn: day(ago),
          about: kind === 'worried' ? who.wren : undefined,
        },
        ...{ tellsOfOthers: false, withheldFrom: undefined },
      }),
    )
  await write(30, 'worried', 'Mornings end in tears, and Wren misses school.', 'Mother', [
    'We leave the house on time, and nobody cries',
    'five mornings a week, for six weeks',
  ])
  await write(30, 'well', 'Grandmother cooks with the children every evening.', 'Wren')
  await write(30, 'happen', 'Somebody rings the school about the hearing aids.', 'Mother and school nurse')
  const worry = await lookAt(casework, keeper(1), episode, 'content', async ({ tx }) =>
    (await findStatements(tx, episode)).find(({ kind }) => kind === 'worried'),
  )
  await done(
    disputeStatement(
      needs,
      keeper(28),
      { episode, statement: worry?.id ?? '' },
      { who: 'Wren', words: 'It is only on the days with maths.', saidOn: day(28) },
    ),
  )
  await numbers(of, who)
}

async function numbers(of: SampleFamily, who: Readonly<Record<'wren' | 'finch' | 'mina', string>>): Promise<void> {
  const { casework, keeper, episode, today } = of
  const needs = { db: casework }
  const day = (ago: number) => today.subtract({ days: ago })
  const read = (
    ago: number,
    person: string,
    value: number | undefined,
    more: { readonly why?: string; readonly oneHigher?: string; readonly name?: string } = {},
  ) =>
    done(
      recordReading(needs, keeper(ago), episode, {
        ...{
          who: person,
          name: more.name,
          value: value ?? null,
          standing: value === undefined ? 'not-asked' : 'read',
          saidOn: day(ago),
          occasion: 'visit',
        },
        ...{ why: more.why, oneHigher: more.oneHigher, captured: value === undefined ? undefined : 'by-them' },
      }),
    )
  await read(30, who.wren, 2, { why: 'I am tired in the morning', oneHigher: 'If I could hear in class' })
  await read(30, who.mina, 4)
  await read(30, 'lead', 5, { name: 'Esther Quist' })
  await read(16, who.wren, undefined, { why: 'Wren was asleep' })
  await read(16, who.mina, 3, { why: 'A bad week' })
  await read(4, who.wren, 6, { why: 'My new seat', oneHigher: 'A morning without shouting' })
  await read(4, who.mina, 6)
  await read(4, 'lead', 6, { name: 'Esther Quist' })
  const words = {
    who: who.wren,
    name: undefined,
    captured: 'by-them' as const,
    tellsOfOthers: false,
    withheldFrom: undefined,
    described: undefined,
    file: undefined,
  }
  await done(recordWords(needs, keeper(4), episode, { ...words, saidOn: day(4), words: 'I sit in front now. I can hear the birds.' }))
  await drawn(of, who.wren, day(4))
}

/** A drawing of the sample is made here from its pixels, and so needs no check: a house, a sun and the ground. */
async function drawn({ casework, keeper, episode }: SampleFamily, child: string, saidOn: Temporal.PlainDate): Promise<void> {
  const [width, height] = [240, 160]
  const picture = new PNG({ width, height })
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const isSun = (x - 195) ** 2 + (y - 35) ** 2 < 400
      const isHouse = x > 60 && x < 150 && y > 75 && y < 135
      const isRoof = y > 40 && y <= 75 && Math.abs(x - 105) < (y - 40) * 1.5
      const colour = isSun
        ? [250, 200, 40]
        : isRoof
          ? [190, 60, 50]
          : isHouse
            ? [240, 190, 120]
            : y >= 135
              ? [90, 160, 80]
              : [225, 240, 250]
      picture.data.set([...colour, 255], (y * width + x) * 4)
    }
  const doer = keeper(4)
  await writeAs(casework, doer, async (tx) => {
    const { family } = await tx.selectFrom('casework.episode').select('family').where('id', '=', episode).executeTakeFirstOrThrow()
    const me = await tx
      .selectFrom('casework.lead_period')
      .select('person')
      .where('episode', '=', episode)
      .where('accepted_at', 'is not', null)
      .executeTakeFirstOrThrow()
    await tx.insertInto('casework.look').values({ id: newId(), episode, person: me.person, what: 'change', at: doer.now }).execute()
    const line = { episode, entered_by: me.person, entered_at: doer.now }
    const contribution = newId()
    await tx
      .insertInto('casework.own_words')
      .values({ ...line, id: contribution, family, person: child, name: 'Wren Amber', said_on: saidOn, captured: 'by-them' })
      .execute()
    await tx
      .insertInto('casework.drawing')
      .values({
        ...{ ...line, id: newId(), contribution, described: 'Our house with a red roof. The sun is out and nobody shouts.' },
        ...{ media_type: 'image/png', width, height, bytes: PNG.sync.write(picture) },
      })
      .execute()
  })
}
