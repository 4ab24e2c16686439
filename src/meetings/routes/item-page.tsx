import { dayOf } from '#platform/time/london.ts'
import type { MeetingsNeeds } from '../needs.ts'
import { ItemPage, type ItemPaper } from '../pages/item-page.tsx'
import { questionPaths, topicPaths } from '../paths.ts'
import { guardedItem } from '../queries/agenda.ts'
import { findItemExtras } from '../queries/item-extras.ts'
import { findKeyQuestions } from '../queries/key-questions.ts'
import { findPaperFiles } from '../queries/paper-files.ts'
import { findHeldBack } from '../queries/paper-secrecy.ts'
import { findPapersOfItem, findPaperVersions } from '../queries/papers.ts'
import { findPublications, findPublishedPapers, findWithdrawnCorrections } from '../queries/publications.ts'
import { findNotes, findReadVersions } from '../queries/reading.ts'
import { findOnward } from '../queries/sent-papers.ts'
import { findTopicsOfItem } from '../queries/topics.ts'
import type { AskedItem } from './gates.ts'
import { questionsOf } from './paper-questions.tsx'
import { originOf } from './sent-papers.tsx'

/** An item of an agenda with its papers, as far as whoever asks may read them. */
export const itemPage = (needs: Pick<MeetingsNeeds, 'saidAbout'>) => async (asked: AskedItem) => {
  const { reader, visit, body, meeting, item, standing, may } = asked
  const ranges = await findPublishedPapers(reader, meeting.id)
  const papers: ItemPaper[] = []
  const publications = await findPublications(reader, meeting.id)
  let newest: Temporal.Instant | undefined
  for (const paper of await findPapersOfItem(reader, item.id)) {
    const versions = await findPaperVersions(reader, paper.id)
    const version = versions.find(({ state }) => state === 'published')
    const range = ranges.find((one) => one.paperVersion === version?.id)
    const out = publications.find(({ id }) => id === range?.publication)?.publishedAt
    if (out && (!newest || Temporal.Instant.compare(out, newest) > 0)) newest = out
    if (version)
      papers.push({
        paper,
        version,
        files: await findPaperFiles(reader, version.id),
        first: range?.firstPage ?? '',
        last: range?.lastPage ?? '',
        versions: versions.filter(({ state }) => state === 'superseded').map(({ number }) => number),
        questions: await questionsOf(asked, paper, meeting),
        keyQuestions: (await findKeyQuestions(reader, [paper.id])).get(paper.id) ?? [],
        before: await originOf(asked, paper, version),
        onward: await findOnward(reader, paper.id, visit.today),
      })
  }
  const gone = (await findWithdrawnCorrections(reader, item.id))
    .filter(({ publishedAt }) => newest !== undefined && Temporal.Instant.compare(publishedAt, newest) > 0)
    .map(({ withdrawnAt, reason }) => ({ on: dayOf(withdrawnAt), reason }))
  const extras = await findItemExtras(reader, meeting, item)
  const ownNote = standing.person && ((await findNotes(reader, meeting.id, standing.person.id)).get(item.id)?.text ?? '')
  const shown = papers.map(({ version }) => version.id)
  const read = standing.person && (await findReadVersions(reader, shown, standing.person.id))
  return (
    <ItemPage
      visit={visit}
      board={body}
      meeting={meeting}
      item={item}
      papers={papers}
      withdrawnCorrections={gone}
      ownNote={ownNote}
      unread={read && shown.filter((version) => !read.has(version))}
      topics={{
        topics: await findTopicsOfItem(reader, item.id),
        choose: may(guardedItem(item), 'tag') ? topicPaths.ofItem(meeting.id, item.id) : undefined,
      }}
      heldBack={(await findHeldBack(reader, meeting.id)).filter((one) => one.item === item.id)}
      said={await needs.saidAbout?.(reader, visit, { kind: 'item', id: item.id, body: body.id })}
      {...extras}
      links={[
        ...extras.links,
        ...(may(guardedItem(item), 'change')
          ? [{ href: questionPaths.ofItem(meeting.id, item.id), text: 'Key questions for its paper' }]
          : []),
      ]}
    />
  )
}
