import { fieldState } from './field-state.js';
import { PageForm } from './page-form.js';

const form = (values: Record<string, unknown> = {}, problems: { field?: string; message: string }[] = []) =>
  new PageForm({ formId: 'f', values, problems });

describe('a field', () => {
  it('starts with its value and shows what was typed instead, even when that is empty', () => {
    const input = { name: 'town', value: 'Exampleton' };
    expect(fieldState(input, form()).value).toBe('Exampleton');
    expect(fieldState(input, form({ town: 'Sampleville' })).value).toBe('Sampleville');
    expect(fieldState(input, form({ town: '' })).value).toBe('');
  });

  it('is described by its hint and its problem, in this order', () => {
    const state = fieldState(
      { name: 'town', hint: 'Where you live' },
      form({}, [{ field: 'town', message: 'Enter a town' }]),
    );
    expect(state.describedBy).toBe('field-town-hint field-town-problem');
    expect(state.problem).toBe('Enter a town');
  });

  it('has an id of plain letters, whatever its name holds', () => {
    expect(fieldState({ name: 'topics[0].minutes' }, form()).id).toBe('field-topics-0-minutes');
  });

  it('has an id of its own where another form of the page asks under the same name; the summary leads to the first', () => {
    const page = form({}, [{ field: 'reason', message: 'Choose why' }]);
    const items = [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ];
    const ids = [1, 2].flatMap(() => fieldState({ name: 'reason', items }, page).choices.map(({ id }) => id));
    expect(ids).toEqual(['field-reason', 'field-reason-2', 'field-reason--2', 'field-reason--2-2']);
    expect(page.summary()).toEqual([{ message: 'Choose why', href: '#field-reason' }]);
  });
});

describe('choices', () => {
  const items = [
    { value: 'a', label: 'A' },
    { value: 'b', label: 'B', hint: 'second' },
  ];
  const chosen = (values: Record<string, unknown>, value?: unknown) =>
    fieldState({ name: 'domain', type: 'checkboxes', items, value }, form(values))
      .choices.filter((choice) => choice.chosen)
      .map((choice) => choice.value);

  it('remember one, several or none', () => {
    expect(chosen({ domain: 'b' })).toEqual(['b']);
    expect(chosen({ domain: ['a', 'b'] })).toEqual(['a', 'b']);
    expect(chosen({})).toEqual([]);
    expect(chosen({}, ['a'])).toEqual(['a']);
  });

  it('have ids of their own, the first that of the field, so that the summary leads to it', () => {
    const { choices } = fieldState({ name: 'domain', items }, form());
    expect(choices.map(({ id, hintId }) => [id, hintId])).toEqual([
      ['field-domain', undefined],
      ['field-domain-2', 'field-domain-2-item-hint'],
    ]);
  });

  it('compare numbers as text, as forms send them', () => {
    const state = fieldState({ name: 'n', items: [{ value: 30, label: '30 days' }] }, form({ n: '30' }));
    expect(state.choices[0]?.chosen).toBe(true);
  });
});

describe('hours and minutes', () => {
  const input = { name: 'duration', type: 'hours-and-minutes', value: 150 };

  it('start from whole minutes and keep what was typed, part by part', () => {
    const parts = (values: Record<string, unknown>) => {
      const { hours, minutes } = fieldState(input, form(values));
      return [hours?.name, hours?.value, minutes?.name, minutes?.value];
    };
    expect(parts({})).toEqual(['durationHours', '2', 'durationMinutes', '30']);
    expect(parts({ durationHours: '3', durationMinutes: 'x' })).toEqual(['durationHours', '3', 'durationMinutes', 'x']);
  });

  it('tell a problem of either part and lead to the part that has it', () => {
    const page = form({}, [{ field: 'durationMinutes', message: 'Enter minutes between 0 and 59' }]);
    expect(fieldState(input, page).problem).toBe('Enter minutes between 0 and 59');
    expect(page.summary()).toEqual([{ message: 'Enter minutes between 0 and 59', href: '#field-duration-minutes' }]);
  });
});
