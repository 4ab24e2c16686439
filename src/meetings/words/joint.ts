/** A sentence for what stands against a board at a joint table; undefined leaves it to other words. */
export function jointProblemWords(code: string): string | undefined {
  return sentences[code]
}

const sentences: Readonly<Record<string, string>> = {
  'of-body-missing': 'Choose whose decision it is. At a joint meeting each board decides for itself',
  'body-not-at-table': 'Choose a board that meets here',
  'votes-of-each': 'Votes are counted board by board. Record the decision of each board by itself, with its own votes',
  'nobody-presides':
    'Nobody who presides for this board is here: its own chair or deputy chair has the casting vote, not the chair of the other board',
}
