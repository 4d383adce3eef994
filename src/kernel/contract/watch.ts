/**
 * Limits that a matter keeps outside casework, so that supervision sees every clock of the house in one list. `sql` selects what is open on the day
 * `$1::date`, one row each: `subject_id bigint`, `division_id int` (whose area it lies in), `office text`, `title text`, `number text`, `opened_on date`,
 * `due_on date`, `path text` (its page in the workbench).
 */
export interface Watch { readonly id: string; readonly title: string; readonly sql: string }
export const defineWatch = (watch: Watch): Watch => watch;
