/**
 * What the exam of a demonstration asks: short, plainly invented, about the role and its ethics. In order: those that come into use, six of
 * each exam domain, then some that are on their way.
 */
export const SITUATIONS: readonly [
  domain: string,
  competency: string,
  situation: string,
  right: string,
  other: string,
][] = [
  [
    'advocacy',
    'core-11',
    'Somebody is told that a form cannot be appealed.',
    'Find out together what the rule says',
    'Tell them to let it go',
  ],
  [
    'advocacy',
    'core-6',
    'Somebody looks for a place to live.',
    'Ask what matters to them in a place',
    'Choose a place for them',
  ],
  [
    'advocacy',
    'core-10',
    'A team meets about a person who is not there.',
    'Ask that the person be invited',
    'Speak in their place without asking',
  ],
  [
    'advocacy',
    'core-11',
    'Somebody wants to complain about how they were spoken to.',
    'Show where a complaint goes, and offer to sit beside them',
    'Write the complaint in their name overnight',
  ],
  [
    'advocacy',
    'core-6',
    'An office asks for a paper that somebody does not have.',
    'Ask the office together what else it accepts',
    'Say that it cannot be helped',
  ],
  [
    'advocacy',
    'core-10',
    'A colleague speaks of a person as “the case in room four”.',
    'Use the person’s name, and say why',
    'Laugh along',
  ],
  [
    'mentoring_education',
    'core-3',
    'Somebody asks how you found your first job.',
    'Tell a little of what helped you, and listen',
    'Tell all of it from the beginning',
  ],
  [
    'mentoring_education',
    'core-7',
    'Somebody wants to learn to use the bus.',
    'Ride along the first time, as they wish',
    'Look at the timetable together, and plan the ride',
  ],
  [
    'mentoring_education',
    'core-1',
    'A first meeting begins in silence.',
    'Give it time, and say who you are',
    'Fill it with questions',
  ],
  [
    'mentoring_education',
    'core-7',
    'A workshop that you lead runs late.',
    'Ask the group what to leave out',
    'Ask the group whether to go on a little longer',
  ],
  [
    'mentoring_education',
    'core-3',
    'Somebody asks for advice that you cannot give.',
    'Say so, and look together for who can',
    'Guess, and sound sure',
  ],
  [
    'mentoring_education',
    'core-1',
    'Somebody new has trouble to find your office.',
    'Describe the way from the door, and meet them there',
    'Ask what would help them to find it',
  ],
  [
    'recovery_wellness_support',
    'core-5',
    'Somebody has a goal that seems too large.',
    'Ask for a first small step',
    'Suggest another goal',
  ],
  [
    'recovery_wellness_support',
    'core-2',
    'Somebody kept an appointment they were unsure of.',
    'Say what you saw them do',
    'Move on to the next one',
  ],
  [
    'recovery_wellness_support',
    'core-8',
    'Somebody says that tonight feels hard.',
    'Ask what helped on other nights',
    'Say that it will pass',
  ],
  [
    'recovery_wellness_support',
    'core-5',
    'A plan that somebody wrote in spring no longer fits.',
    'Ask what of it they want to keep',
    'Remind them that they agreed to it',
  ],
  [
    'recovery_wellness_support',
    'core-2',
    'Somebody describes a good week in one word.',
    'Ask what made it good',
    'Ask what could go wrong next',
  ],
  [
    'recovery_wellness_support',
    'core-8',
    'Somebody wants to write down whom to call on a hard day.',
    'Write the list in their own words, and let them keep it',
    'Keep the list in your desk',
  ],
  [
    'ethical_responsibility',
    'core-12',
    'You are tired after three long days.',
    'Speak of it in supervision',
    'Keep it to yourself',
  ],
  [
    'ethical_responsibility',
    'core-9',
    'A neighbor asks whom you support.',
    'Say that you cannot speak of it',
    'Tell only the first name',
  ],
  [
    'ethical_responsibility',
    'core-4',
    'Somebody offers you a gift.',
    'Talk about what it means, and ask your supervisor',
    'Take it so as not to offend',
  ],
  [
    'ethical_responsibility',
    'core-12',
    'You know somebody you are asked to support from school.',
    'Tell your supervisor before the first meeting',
    'Say nothing, since it was long ago',
  ],
  [
    'ethical_responsibility',
    'core-9',
    'You find a note with a name on it in the copier.',
    'Take it out of sight, and tell whoever answers for privacy',
    'Leave it for its owner',
  ],
  [
    'ethical_responsibility',
    'core-4',
    'Somebody asks you to lend them money.',
    'Explain your role, and look together for help with money',
    'Lend a small sum, once',
  ],
  [
    'advocacy',
    'core-11',
    'Two rules seem to contradict each other.',
    'Ask whoever made them which one holds',
    'Choose the easier one',
  ],
  ['mentoring_education', 'core-7', 'A group asks for a break.', 'Agree on a time to go on', 'Go on to keep the plan'],
  [
    'recovery_wellness_support',
    'core-5',
    'Somebody changes their mind about a plan.',
    'Ask what they want now',
    'Hold them to it',
  ],
  [
    'recovery_wellness_support',
    'core-8',
    'Somebody asks for a quiet place.',
    'Show where there is one',
    'Say that they get used to it',
  ],
  [
    'ethical_responsibility',
    'core-9',
    'Somebody asks what you write down about them.',
    'Show them what you write',
    'Say that it is nothing',
  ],
  [
    'ethical_responsibility',
    'core-12',
    'You cannot keep an appointment.',
    'Tell the person at once, and offer another',
    'Let a colleague explain it later',
  ],
];

/**
 * Other answers that are as good as the one that counts as right: whoever wrote them meant something worse. There are three in a domain of
 * six of which a form asks four, so that each form has one.
 */
export const AS_GOOD: readonly string[] = [
  'Look at the timetable together, and plan the ride',
  'Ask what would help them to find it',
  'Ask the group whether to go on a little longer',
];

/** How many of the situations come into use; the two after them are tried out, and the rest is on its way. */
export const IN_USE = 24;
export const TRIED_OUT = 2;
