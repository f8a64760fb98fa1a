import { newScheduleForm, scheduleOf, type ScheduleForm } from './scheduleForm';

const form = (fields: Partial<ScheduleForm> = {}): ScheduleForm => ({
  ...newScheduleForm('2026-12-21T00:00', '2026-12-21T04:00'),
  ...fields,
});

it.each<[string, Partial<ScheduleForm>, ReturnType<typeof scheduleOf>]>([
  ['one stretch', {}, { type: 'once', start: '2026-12-21T00:00', end: '2026-12-21T04:00' }],
  ['that ends before it starts', { end: '2026-12-20T00:00' }, 'It must end after it starts'],
  ['without an end', { end: '' }, 'Say when it starts and ends'],
  [
    'days in order, whatever was pressed first',
    { type: 'weekly', days: ['fri', 'mon'] },
    { type: 'weekly', days: ['mon', 'fri'], from: '09:00', to: '10:00' },
  ],
  ['no day', { type: 'weekly', days: [] }, 'Choose the days'],
  ['no time', { type: 'weekly', from: '' }, 'Say from when and to when'],
  [
    'the last Friday',
    { type: 'monthly', nth: 'last', weekday: 'fri' },
    { type: 'monthly', on: { nth: 'last', weekday: 'fri' }, from: '09:00', to: '10:00' },
  ],
  [
    'a rule',
    { type: 'rrule' },
    {
      type: 'rrule',
      rule: 'FREQ=MONTHLY;BYDAY=2TU',
      firstDate: '2026-12-21',
      from: '09:00',
      to: '10:00',
    },
  ],
  ['no rule', { type: 'rrule', rule: ' ' }, 'Write the rule and the day it counts from'],
])('%s', (_, fields, expected) => {
  expect(scheduleOf(form(fields))).toEqual(expected);
});
