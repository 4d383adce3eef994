import { z } from 'zod';
import { dayInput } from '../contract/door-fields.ts';

/** 事项, as the installation names them. */
export const mattersInput = z.array(z.string().max(60)).min(1).max(20).refine((list) => new Set(list).size === list.length, { message: '同一个事项写了两次。' });
export const nameInput = z.string().trim().min(1, '还没有写姓名。').max(50);
/** 女儿、邻居、社工…: what the helper is to the principal, in words. */
export const relationInput = z.string().trim().min(1, '还没有写是什么关系。').max(30);
export { dayInput };
