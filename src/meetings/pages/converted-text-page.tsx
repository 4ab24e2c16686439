import type { JSX } from 'hono/jsx/jsx-runtime'
import { Article } from '#platform/paper/html.tsx'
import { Card } from '#platform/web/components/card.tsx'
import { Columns } from '#platform/web/components/columns.tsx'
import { PostButton } from '#platform/web/components/post-button.tsx'
import { Page, PageHead, type PageLink } from '#platform/web/page.tsx'
import type { Visit } from '#platform/web/visit.ts'
import { meetingPaths } from '../paths.ts'
import type { Proposal } from '../queries/paper-files.ts'
import type { PaperRecord, PaperVersion } from '../queries/papers.ts'
import { lossWords } from '../words/paper-file.ts'

/** The text of a Word file as the paper would have it, beside what was lost; nothing changes until its author says so (M4). */
export function ConvertedTextPage(props: {
  readonly visit: Visit
  readonly breadcrumbs: readonly PageLink[]
  readonly paper: PaperRecord
  readonly draft: PaperVersion
  readonly fileName: string
  readonly proposal: Proposal
}): JSX.Element {
  const { visit, paper, draft, proposal } = props
  const replaces = draft.tree.blocks.length > 0
  return (
    <Page visit={visit} title={`Converted text: ${paper.title}`} breadcrumbs={props.breadcrumbs} width="workspace">
      <PageHead title="Is this your text?" caption={props.fileName} lead="Nothing of the paper has changed yet." />
      <Columns
        main={
          <Card title="Converted text" id="text">
            <div class="gt-prose paper">
              <Article paper={proposal.tree} prefix="" offset={2} />
            </div>
          </Card>
        }
        aside={
          <>
            <Card title="What was lost" id="lost">
              {proposal.lost.length === 0 ? (
                <p class="govuk-body">Nothing that we know of.</p>
              ) : (
                <ul class="gt-list">
                  {proposal.lost.map((loss) => (
                    <li>{lossWords(loss)}</li>
                  ))}
                </ul>
              )}
            </Card>
            <Card title="What you can do" id="acts">
              {replaces && (
                <p class="govuk-body">If you take it over, it replaces the text that is saved now. The sections beside it stay.</p>
              )}
              <PostButton
                visit={visit}
                action={meetingPaths.convertedStep(paper.id, 'accept')}
                text="Take it over"
                look="primary"
                fields={{ version: draft.version }}
              />
              <PostButton visit={visit} action={meetingPaths.convertedStep(paper.id, 'drop')} text="Leave everything as it was" />
            </Card>
          </>
        }
      />
    </Page>
  )
}
