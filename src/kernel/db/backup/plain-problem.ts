/** What stops a command of the machine room, told in one Chinese sentence with what to do. */
export class PlainProblem extends Error {}
