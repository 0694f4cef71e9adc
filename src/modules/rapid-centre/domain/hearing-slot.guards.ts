import type { GuardSet } from '../../../kernel/lifecycle/index.js';

/** Gathered: `bookable`, whether the case is seen, open and in the lane of the centre; `booked`, whether it has a place here; `ofTheCase`, whether the session or adjudication named belongs to it; `held`, whether the booking named is one of this slot that still holds. `now`: epoch, milliseconds. */
export interface SlotFacts {
  readonly row: { readonly agency: string; readonly startsAt: Date; readonly endsAt: Date; readonly places: number; readonly taken: number };
  readonly actor: { readonly agency: string };
  readonly input: Readonly<Record<string, unknown>>;
}

export const HEARING_SLOT_GUARDS: GuardSet<SlotFacts> = {
  'in-the-future': {
    code: 'hearing-slot.times', onInput: true, text: { zh: '时段须在将来，且结束晚于开始', en: 'A slot is in the future, and ends after it begins' },
    holds: ({ row, input }) => row.startsAt.getTime() > Number(input['now']) && row.endsAt > row.startsAt,
  },
  'place-left': {
    code: 'hearing-slot.full', text: { zh: '该时段已约满', en: 'The slot has no place left' },
    holds: ({ row }) => row.taken < row.places, details: ({ row }) => ({ places: row.places }),
  },
  'not-begun': {
    code: 'hearing-slot.begun', onInput: true, text: { zh: '该时段已经开始', en: 'The slot has begun' },
    holds: ({ row, input }) => row.startsAt.getTime() > Number(input['now']),
  },
  'case-open-to-it': {
    code: 'hearing-slot.case-elsewhere', onInput: true, text: { zh: '案件不在快速维权中心通道或者已结案', en: 'The case is not open in the lane of the centre' },
    holds: ({ input }) => input['bookable'] === true,
  },
  'not-booked-twice': {
    code: 'hearing-slot.booked-already', onInput: true, text: { zh: '该案已预约本时段', en: 'The case has a place in this slot' },
    holds: ({ input }) => input['booked'] !== true,
  },
  'heard-in-the-case': {
    code: 'hearing-slot.session-elsewhere', onInput: true, text: { zh: '调解场次或者行政裁决不属于该案；一个预约只能对应其中一项', en: 'The session or the adjudication is not of this case, or both are named' },
    holds: ({ input }) => input['ofTheCase'] === true,
  },
  'booking-there': {
    code: 'hearing-slot.no-booking', onInput: true, text: { zh: '本时段没有该预约，或者预约已释放', en: 'There is no such booking, or it was released' },
    holds: ({ input }) => input['held'] === true,
  },
  'of-own-agency': {
    code: 'hearing-slot.foreign-agency', text: { zh: '由开放该时段的单位办理', en: 'The agency that offers it does this' },
    holds: ({ row, actor }) => row.agency === actor.agency,
  },
  'nobody-booked': {
    code: 'hearing-slot.taken', text: { zh: '该时段尚有预约，请先释放', en: 'Places are taken: release them first' },
    holds: ({ row }) => row.taken === 0, details: ({ row }) => ({ taken: row.taken }),
  },
};
