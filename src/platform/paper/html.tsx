import { ArticleLine, type NoteList, type NotePlace } from './html-line.tsx'
import { numbering } from './numbering.ts'
import type { Block, Heading, List, Paper, Table } from './tree.ts'
import { plain } from './tree.ts'

/** What <Article> needs: `offset` is added to each level of heading, `prefix` keeps ids apart when a page shows several papers. */
export interface ArticleProps {
  readonly paper: Paper
  /** 1 (the default) makes a first-level heading an h2. */
  readonly offset?: number
  /** Put before every id and anchor; '' when the page shows one paper. */
  readonly prefix?: string
}

interface Place extends NotePlace {
  readonly offset: number
  readonly numbers: ReadonlyMap<Block, string>
  readonly idFor: (words: string) => string
}

/** Ids from words: 'What was found' is 'what-was-found', a second one 'what-was-found-2'. */
function idMaker(prefix: string): (words: string) => string {
  const taken = new Set<string>()
  return (words) => {
    const base =
      prefix +
      (words
        .toLowerCase()
        .normalize('NFKD')
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-|-$/g, '')
        .slice(0, 60) || 'section')
    let id = base
    for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`
    taken.add(id)
    return id
  }
}

function HeadingBlock({ block, place }: { block: Heading; place: Place }) {
  const Tag = `h${Math.min(6, block.level + place.offset)}` as 'h2'
  const number = place.numbers.get(block)
  return (
    <Tag id={place.idFor(plain(block.content))}>
      {number && <span class="paper__number">{number} </span>}
      <ArticleLine line={block.content} place={place} />
    </Tag>
  )
}

function ListBlock({ list, place }: { list: List; place: Place }) {
  const Tag = list.ordered ? 'ol' : 'ul'
  return (
    <Tag>
      {list.items.map((item) => (
        <li>
          <ArticleLine line={item.content} place={place} />
          {item.lists.map((inner) => (
            <ListBlock list={inner} place={place} />
          ))}
        </li>
      ))}
    </Tag>
  )
}

function TableBlock({ table, place }: { table: Table; place: Place }) {
  const id = place.idFor('table')
  const [head = [], ...body] = table.rows
  const side = (column: number) => (table.align[column] === 'end' ? { class: 'paper__figure' } : {})
  const name = table.caption ? { 'aria-labelledby': id } : { 'aria-label': 'Table' }
  return (
    <section class="paper__scroll" tabindex={0} {...name}>
      <table class="paper__table">
        {table.caption && (
          <caption id={id}>
            <ArticleLine line={table.caption} place={place} />
          </caption>
        )}
        <thead>
          <tr>
            {head.map((cell, x) =>
              cell.length > 0 ? (
                <th scope="col" {...side(x)}>
                  <ArticleLine line={cell} place={place} />
                </th>
              ) : (
                <td></td>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {body.map((row) => (
            <tr>
              {row.map((cell, x) => {
                const words = <ArticleLine line={cell} place={place} />
                return table.headerColumn && x === 0 && cell.length > 0 ? (
                  <th scope="row" {...side(x)}>
                    {words}
                  </th>
                ) : (
                  <td {...side(x)}>{words}</td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function BlockView({ block, place }: { block: Block; place: Place }) {
  switch (block.type) {
    case 'heading':
      return <HeadingBlock block={block} place={place} />
    case 'list':
      return <ListBlock list={block} place={place} />
    case 'table':
      return <TableBlock table={block} place={place} />
    case 'recommendations':
      return (
        <ol type="a" class="paper__recommendations">
          {block.items.map((item) => (
            <li>
              <ArticleLine line={item} place={place} />
            </li>
          ))}
        </ol>
      )
    case 'paragraph': {
      const number = place.numbers.get(block)
      if (!number)
        return (
          <p>
            <ArticleLine line={block.content} place={place} />
          </p>
        )
      return (
        <p class="paper__numbered" id={place.idFor(`p-${number}`)}>
          <span class="paper__number">{number} </span>
          <span>
            <ArticleLine line={block.content} place={place} />
          </span>
        </p>
      )
    }
  }
}

/**
 * A paper as an article of a page. Text reaches the page through JSX only, so nothing is ever unescaped. Numbered paragraph 2.3 has
 * the id 'p-2-3' (after the prefix), headings have ids made of their words, notes follow the text. Classes begin with 'paper'.
 */
export function Article({ paper, offset = 1, prefix = '' }: ArticleProps) {
  const notes: NoteList = []
  const idFor = idMaker(prefix)
  // Ids of notes must not meet a heading called 'note 1'.
  const place: Place = { offset, prefix, notes, idFor, numbers: numbering(paper.blocks) }
  const blocks = paper.blocks.map((block) => BlockView({ block, place }))
  return (
    <div class="paper">
      {blocks}
      <Notes place={place} />
    </div>
  )
}

function Notes({ place }: { place: Place }) {
  if (place.notes.length === 0) return <></>
  return (
    <section class="paper__notes" aria-label="Notes">
      <ol>
        {place.notes.map((note, index) => (
          <li id={`${place.prefix}paper-note-${index + 1}`}>
            <ArticleLine line={note} place={place} />{' '}
            <a href={`#${place.prefix}paper-ref-${index + 1}`} aria-label={`Back to note ${index + 1} in the text`}>
              Back
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
