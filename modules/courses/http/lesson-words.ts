/** What the page of a lesson says around the lesson's own words, in the languages that courses are taught in. */
const WORDS = {
  en: {
    courses: 'Courses',
    line: (number: number, total: number, minutes: number) => `Lesson ${number} of ${total}, about ${minutes} minutes`,
    finished: 'Finished',
    beforeYouRead: 'Before you read',
    otherShown: 'You are reading the other version of this lesson.',
    readFirst: 'Read the first version',
    readOther: 'Read the other version instead',
    checks: 'Check your understanding',
    checksNote: 'This is for learning. It is not scored, and you can change your answers.',
    right: 'Yes',
    another: 'Another way to see it',
    again: 'Answer again',
    seeAnswers: 'See what each answer means',
    reflection: 'Reflection',
    reflectionNote: (minutes: number) =>
      `About ${minutes} minutes, on paper, in a note of your own or in thought. There is no box for it here on purpose: we keep only that you did it, and nothing of what it held.`,
    reflected: 'I have taken time to reflect',
    finish: 'Finish this lesson',
    finishLater: 'You can finish the lesson here once you have answered the questions above.',
    next: 'Go to the next lesson',
    back: 'Go back to the course',
  },
  es: {
    courses: 'Cursos',
    line: (number: number, total: number, minutes: number) => `Lección ${number} de ${total}, unos ${minutes} minutos`,
    finished: 'Terminada',
    beforeYouRead: 'Antes de leer',
    otherShown: 'Está leyendo la otra versión de esta lección.',
    readFirst: 'Leer la primera versión',
    readOther: 'Leer mejor la otra versión',
    checks: 'Compruebe lo que entendió',
    checksNote: 'Esto es para aprender. No lleva calificación, y puede cambiar sus respuestas.',
    right: 'Sí',
    another: 'Otra manera de verlo',
    again: 'Responder otra vez',
    seeAnswers: 'Ver qué quiere decir cada respuesta',
    reflection: 'Reflexión',
    reflectionNote: (minutes: number) =>
      `Unos ${minutes} minutos, en papel, en una nota suya o en pensamiento. Aquí no hay un espacio para escribirla, a propósito: guardamos solo que la hizo, y nada de lo que contenía.`,
    reflected: 'Me tomé un tiempo para reflexionar',
    finish: 'Terminar esta lección',
    finishLater: 'Podrá terminar aquí la lección cuando haya respondido las preguntas de arriba.',
    next: 'Ir a la siguiente lección',
    back: 'Volver al curso',
  },
} as const;

/** The words of a course's language, or English; `language` is the one that they are in. */
export function lessonWords(courseLanguage: string) {
  const language = courseLanguage.split('-')[0] === 'es' ? 'es' : 'en';
  return { ...WORDS[language], language };
}
