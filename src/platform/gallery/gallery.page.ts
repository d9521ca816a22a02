import type { FieldProblem } from '../../kernel/domain-error.js';

/** As long as a name may be, and without a place to break it. */
const ONE_LONG_NAME = 'Sample'.repeat(33);

/** One problem for each kind of field, shown after the gallery's form was sent. */
export const galleryProblems: FieldProblem[] = [
  { field: 'chosenName', message: 'Enter the name you would like us to use' },
  { field: 'email', message: 'Enter an e-mail address with a name before the @ and a site after it' },
  { field: 'password', message: 'Use at least 12 characters' },
  { field: 'workedOn', message: 'Enter a date that is not in the future' },
  { field: 'durationMinutes', message: 'Enter minutes between 0 and 59' },
  { field: 'domain', message: 'Choose the domain this time belongs to' },
  { field: 'topics', message: 'Choose at least one topic' },
  { field: 'method', message: 'Choose how you worked together' },
  { field: 'note', message: 'Use at most 500 characters' },
  { field: 'proof', message: 'Choose a file smaller than 10 MB' },
  { message: 'These hours overlap an entry of the same day' },
];

const credentialStates =
  'active expired not_active suspended revoked surrendered inactive retired superseded unknown'.split(' ');
const applicationStates =
  'draft submitted returned under_review admitted granted denied withdrawn timed_out accepted'.split(' ');
const otherStates = 'recorded awaiting_signature signed corrected passed not_passed_yet not_shared'.split(' ');

/** Invented examples for every component. */
export function galleryPage() {
  return {
    credentialStates,
    applicationStates,
    otherStates,
    ...forms,
    ...doing,
    ...showing,
  };
}

const forms = {
  domains: [
    { value: 'advocacy', label: 'Advocacy', hint: 'Standing up for rights, services and respect' },
    { value: 'ethics', label: 'Ethical responsibility' },
    { value: 'mentoring', label: 'Mentoring and education' },
    {
      value: 'recovery',
      label: 'Recovery and wellness support',
      hint: 'Walking beside a person on the way they choose',
    },
  ],
  topics: [
    { value: 'motivational', label: 'Motivational interviewing' },
    { value: 'cultural', label: 'Cultural humility' },
    { value: 'boundaries', label: 'Boundaries and mutuality', hint: 'Counts towards ethics' },
  ],
  methods: [
    { value: 'in-person', label: 'In person' },
    { value: 'video', label: 'By video' },
    { value: 'telephone', label: 'By telephone' },
  ],
};

const doing = {
  tasks: [
    { title: 'Your training', href: '/courses', hint: '46 of 46 hours', status: 'completed' },
    { title: 'Supervised practice', href: '/practice', hint: '312 of 500 hours recorded', status: 'in-progress' },
    { title: 'Code of ethics', href: '/signatures', hint: 'About ten minutes', status: 'not-started' },
    {
      title: 'Proof of education',
      href: '/documents',
      hint: 'Returned with a note from the reviewer',
      status: 'problem',
    },
    { title: 'Send your application', hint: 'Opens when the four parts above are complete', status: 'cannot-start' },
  ],
  clause: {
    title: 'Documents and training for the Peer Recovery credential',
    state: 'still_needed',
    children: [
      {
        title: 'Training in the four domains',
        state: 'met',
        have: 2760,
        need: 2760,
        unit: 'minutes',
        counted: [
          { text: 'Foundations of peer support', href: '/courses/1', note: '36 hours, finished 2 October 2026' },
          { text: 'Ethics in daily practice', href: '/outside-trainings/1', note: '10 hours, accepted by a reviewer' },
        ],
      },
      {
        title: 'Supervised practice',
        state: 'still_needed',
        have: 18720,
        need: 30000,
        unit: 'minutes',
        reasons: ['188 hours are still needed. At your pace of the last three months you would get there in May 2027.'],
        notCounted: [{ text: 'Entry of 3 March 2026', reason: 'waits for the signature of your supervisor' }],
      },
      { title: 'Secondary education', state: 'waived', reasons: ['Waived by the board on 4 June 2026.'] },
    ],
  },
  stats: [
    { value: '312', label: 'Hours signed', note: 'of 500' },
    { value: '4', label: 'Entries waiting for a signature', href: '/practice' },
    { value: '46', label: 'Hours of training' },
    { value: '30 April 2028', label: 'Renewal, if granted this year' },
  ],
};

const showing = {
  answers: [
    {
      key: 'Name on the certificate',
      value: 'Marisol Ejemplo-Ramírez',
      href: '/profile/names',
      about: 'the name on the certificate',
    },
    { key: 'Address', value: ['14 Sample Lane', 'Exampleton 00000'], href: '/profile/address' },
    { key: 'Former names', value: '', href: '/profile/names', about: 'former names' },
    { key: 'Standing', state: 'active' },
  ],
  columns: [{ label: 'Date' }, { label: 'Domain' }, { label: 'Time', numeric: true }, { label: 'State' }],
  entries: [
    {
      cells: [
        { text: '21 November 2026', href: '/practice/3' },
        { text: 'Advocacy' },
        { text: '2 h 30 min' },
        { state: 'signed' },
      ],
    },
    {
      cells: [
        { text: '20 November 2026', href: '/practice/2' },
        { text: 'Recovery and wellness support' },
        { text: '45 min', note: 'of them 15 min by telephone' },
        { state: 'awaiting_signature' },
      ],
    },
    {
      cells: [
        { text: '18 November 2026', href: '/practice/1', note: `by ${ONE_LONG_NAME}` },
        { text: 'Mentoring and education' },
        { text: '6 h' },
        { state: 'returned' },
      ],
    },
  ],
  sums: [{ text: 'Together' }, { text: '' }, { text: '9 h 15 min' }, { text: '' }],
  rosterColumns: ['Person', 'Standing', 'Last day', 'Advocacy', 'Ethics', 'Mentoring', 'Recovery support'].map(
    (label, index) => ({ label, numeric: index > 2 }),
  ),
  roster: [
    {
      cells: [
        { text: 'Alex Specimen' },
        { state: 'active' },
        { text: '30 April 2028' },
        ...['88%', '92%', '75%', '90%'].map((text) => ({ text })),
      ],
    },
    {
      cells: [
        { text: 'Noor Sample-Okafor' },
        { state: 'suspended' },
        { text: '1 March 2027' },
        ...Array.from({ length: 4 }, () => ({ state: 'not_shared' })),
      ],
    },
  ],
  events: [
    {
      title: 'Decision',
      whenText: 'by 12 December 2026',
      text: 'A second person decides. You get a letter either way.',
    },
    {
      title: 'Review',
      when: '2026-11-21T15:42:00Z',
      timeZone: 'America/New_York',
      text: 'Robin Reviewer looks at your documents.',
      state: 'under_review',
    },
    { title: `Sent by ${ONE_LONG_NAME}`, when: '2026-11-19', href: '/applications/1', state: 'submitted' },
  ],
  scores: [
    { label: 'Advocacy', value: 88, text: '88%' },
    { label: 'Ethical responsibility', value: 92, text: '92%' },
    { label: 'Mentoring and education', value: 64, text: '64%' },
    { label: 'Recovery and wellness support', value: 90, text: '90%' },
  ],
  passMark: { value: 70, label: 'Asked for: 70%' },
  weeks: [12, 16, 9, 20, 18, 24, 22].map((value, index) => ({ label: `Week ${index + 38}`, value })),
  pointField: {
    id: 'point-field',
    title: 'Three items, by how hard they are and how well they tell people apart',
    description: 'Two of three items lie where they should; item 7.1 lies below.',
    xLabel: 'Share of right answers',
    yLabel: 'Item–rest correlation',
    x: { min: 0, max: 1, ticks: [0, 0.5, 1].map((at) => ({ at, label: String(at) })) },
    y: { min: -0.2, max: 1, ticks: [0, 0.5, 1].map((at) => ({ at, label: String(at) })) },
    zone: { x: [0.3, 0.9], y: [0.2, 1], label: 'As it should be' },
    points: [
      { x: 0.45, y: 0.41 },
      { x: 0.72, y: 0.33 },
      { x: 0.93, y: 0.05, mark: '7.1' },
    ],
  },
  pointColumns: [{ label: 'Item' }, { label: 'Right', numeric: true }, { label: 'Correlation', numeric: true }],
  pointRows: [
    ['3.1', '.45', '.41'],
    ['5.2', '.72', '.33'],
    ['7.1', '.93', '.05'],
  ].map((cells) => ({ cells: cells.map((text) => ({ text })) })),
  columnField: {
    id: 'column-field',
    title: 'How scores are spread',
    description: 'Scores of 60 people between 4 and 10 of 10 items; 41 reach the cut score of 7.',
    xLabel: 'Items right',
    yLabel: 'People',
    x: { min: 0, max: 11, ticks: [0, 5, 10].map((at) => ({ at: at + 0.5, label: String(at) })) },
    columns: [0, 0, 0, 0, 3, 6, 10, 14, 13, 9, 5].map((count, from) => ({ from, to: from + 1, count })),
    mark: { at: 7, label: 'Cut score 7' },
  },
  trail: [
    { text: 'Courses', href: '/courses' },
    { text: 'Foundations of peer support', href: '/courses/1' },
    { text: 'Lesson 3' },
  ],
};
