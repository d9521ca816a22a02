import { keyParts, pageLinks, pageOf, readKey } from './paging.js';

const id = '01a20135-a93b-73be-be6e-78a5440ec7e3';
const rows = [1, 2, 3].map((n) => ({ day: `2026-11-0${n}`, id: `${id.slice(0, -1)}${n}` }));

describe('a list that is read by key', () => {
  it('has a next page exactly where one row more was found', () => {
    const keyOf = (row: (typeof rows)[number]) => [row.day, row.id];
    expect(pageOf(rows, keyOf, 2)).toEqual({ rows: rows.slice(0, 2), next: `2026-11-02_${rows[1]?.id}` });
    expect(pageOf(rows, keyOf, 3)).toEqual({ rows, next: null });
    expect(pageOf([], keyOf, 3)).toEqual({ rows: [], next: null });
  });

  it('reads its own keys, and begins at the front for anything else', () => {
    const read = (key?: string) => readKey(key, keyParts.date, keyParts.id);
    expect(read(`2026-11-02_${id}`)).toEqual(['2026-11-02', id]);
    for (const key of [undefined, '', id, `2026-02-30_${id}`, '2026-11-02_1', `2026-11-02_${id}_x`, `'; drop_${id}`])
      expect(read(key)).toBeNull();
    expect(readKey('2026-11-21T15:00:00.123Z', keyParts.instant)).toEqual(['2026-11-21T15:00:00.123Z']);
    expect(readKey('2026-11-21T25:00:00Z', keyParts.instant)).toBeNull();
  });

  it('keeps its filters from page to page', () => {
    const query = { kind: 'document', waiting: '' };
    expect(pageLinks('/list', query, { next: 'a_b' })).toEqual({ first: null, next: '/list?kind=document&after=a_b' });
    expect(pageLinks('/list', query, { after: 'a_b', next: null })).toEqual({
      first: '/list?kind=document',
      next: null,
    });
    expect(pageLinks('/list', {}, { after: 'a_b', next: null }).first).toBe('/list');
  });
});
