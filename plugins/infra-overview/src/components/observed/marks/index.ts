export { Marks, type MarksProps } from './Marks';
