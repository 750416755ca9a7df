import { parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { keepComments } from '../../web/playground/keep-comments.ts';

const original = `# Denied attacks,
# newest first
query Denied {
  # Only these
  incidents(
    # from Iraq
    where: { location: { within: "iraq" } }
  ) {
    totalCount # of all pages
    nodes {
      title
      # Where it was
      location {
        name
      }
      # no more for now
    }
  }
}

# Also used elsewhere
fragment Place on Location {
  name
}
# The end`;

describe('keepComments', () => {
  it('keeps all comments in place', () => {
    expect(keepComments(original, print(parse(original)))).toBe(`# Denied attacks,
# newest first
query Denied {
  # Only these
  # from Iraq
  incidents(where: {location: {within: "iraq"}}) {
    totalCount # of all pages
    nodes {
      title
      # Where it was
      location {
        name
      }
      # no more for now
    }
  }
}

# Also used elsewhere
fragment Place on Location {
  name
}
# The end`);
  });

  it('keeps comments in place when fields are added around them', () => {
    const printed = print(
      parse('query Denied { article(id: "a") { title } incidents { nodes { id location { name kind } } } }'),
    );
    const lines = keepComments(original, printed).split('\n');
    expect(lines.slice(0, 3)).toEqual(['# Denied attacks,', '# newest first', 'query Denied {']);
    expect(lines[lines.indexOf('  # from Iraq') + 1]).toBe('  incidents {');
    expect(lines[lines.indexOf('      # Where it was') + 1]).toBe('      location {');
    expect(lines[lines.indexOf('      # no more for now') + 1]).toBe('    }');
  });

  it('removes the comments of a removed definition, except at the top', () => {
    expect(
      keepComments('# Top\n{\n  a # Aside\n}\n\n# Later\nfragment F on T {\n  a\n}', 'fragment F on T {\n  a\n}'),
    ).toBe('# Top\n# Later\nfragment F on T {\n  a\n}');
    expect(keepComments('# Top\n{\n  a\n}\n\n# Later\nfragment F on T {\n  a\n}', '{\n  a\n}')).toBe(
      '# Top\n{\n  a\n}',
    );
  });

  it('keeps the comments of an operation that is renamed or becomes another kind', () => {
    expect(keepComments('# Top\nquery A {\n  # Inside\n  a\n}', 'query B {\n  a\n}')).toBe(
      '# Top\nquery B {\n  # Inside\n  a\n}',
    );
    expect(keepComments('# Top\nquery A {\n  a\n}', 'mutation A {\n  a\n}')).toBe('# Top\nmutation A {\n  a\n}');
  });

  it('moves a comment above a removed field to the enclosing field', () => {
    expect(keepComments('{\n  a {\n    # About b\n    b\n    c\n  }\n}', '{\n  a {\n    c\n  }\n}')).toBe(
      '{\n  # About b\n  a {\n    c\n  }\n}',
    );
  });

  it('removes a comment beside a field with the field', () => {
    expect(keepComments('{\n  a # About a\n  b\n}', '{\n  b\n}')).toBe('{\n  b\n}');
  });

  it('distinguishes fields of the same name', () => {
    const commented = '{\n  # First\n  a\n  # Second\n  a\n}';
    expect(keepComments(commented, '{\n  a\n  a\n}')).toBe(commented);
  });

  it('keeps the comment at the top when nothing else is left', () => {
    expect(keepComments('# Top\n{\n  a\n}', '')).toBe('# Top\n');
  });

  it('keeps the comment at the top while the query is incomplete', () => {
    expect(keepComments('# Top\nquery {', '{\n  a\n}')).toBe('# Top\n{\n  a\n}');
  });

  it('writes no comment into a block string', () => {
    const printed = '{\n  a(text: """\n  long\n  """)\n}';
    expect(keepComments('{\n  a(text: "x") # Aside\n}', printed)).toBe(printed);
  });

  it('changes nothing in a text without comments', () => {
    expect(keepComments('{ a b }', '{\n  a\n}')).toBe('{\n  a\n}');
  });
});
