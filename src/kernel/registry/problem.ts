/** Something a declaration says that cannot be: where, what, and how to put it right. */
export interface Problem {
  readonly file: string;
  readonly key: string;
  readonly wrong: string;
  readonly remedy: string;
}

export const writeProblem = (problem: Problem): string => `${problem.file}：${problem.key}：${problem.wrong}。${problem.remedy}`;

export const hasChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);
