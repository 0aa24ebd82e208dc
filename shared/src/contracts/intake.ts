import { endpoint } from '../endpoint.ts';
import { RequestId } from '../ids.ts';
import * as z from '../zod.ts';

/** 导入: rosters, rules and goods from the workbooks that offices keep. */

export const INTAKE_KINDS = ['roster', 'rules', 'goods'] as const;
export type IntakeKind = (typeof INTAKE_KINDS)[number];

const FILE_BASE64_MAX = 11_000_000;
/** An .xlsx file, as base64. */
const WorkbookFile = z
  .string()
  .check(z.minLength(1), z.maxLength(FILE_BASE64_MAX), z.regex(/^[0-9A-Za-z+/]+=*$/));

export const IntakeRemark = z.object({
  kind: z.enum(['corrected', 'asked', 'refused', 'set-aside']),
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  heading: z.string(),
  shown: z.string(),
  became: z.optional(z.string()),
  why: z.string(),
});

export const IntakePreview = z.object({
  parts: z.array(
    z.object({
      name: z.string(),
      added: z.int(),
      changed: z.int(),
      unchanged: z.int(),
      absent: z.int(),
      changes: z.array(z.object({ label: z.string(), words: z.string() })),
    }),
  ),
  lines: z.object({
    all: z.int(),
    taken: z.int(),
    asked: z.int(),
    refused: z.int(),
    notData: z.int(),
  }),
  remarks: z.array(IntakeRemark),
  changesAnything: z.boolean(),
  /** Posts are only taken from the hands of a county admin. */
  postsAreLeftOut: z.boolean(),
});
export type IntakePreview = z.infer<typeof IntakePreview>;

export const PreviewIntake = endpoint({
  id: 'intake/preview',
  method: 'POST',
  path: '/intake/previews',
  summary: '导入前先看：会新增、改动什么，哪些要确认',
  duty: 'roster.import',
  scope: 'area',
  input: z.object({ requestId: RequestId, kind: z.enum(INTAKE_KINDS), file: WorkbookFile }),
  output: z.object({
    preview: z.optional(IntakePreview),
    /** Send it back with the same file to take it in: it stands for exactly this preview. */
    seen: z.string(),
    markedCopyBase64: z.optional(z.string()),
  }),
  refusals: ['intake/unreadable-file', 'intake/not-yours-to-import'],
  secrets: ['file'],
  takesWorkbook: true,
});

export const TakeIn = endpoint({
  id: 'intake/take-in',
  method: 'POST',
  path: '/intake/imports',
  summary: '导入：全部收下，或一条不收',
  duty: 'roster.import',
  scope: 'area',
  input: z.object({
    requestId: RequestId,
    kind: z.enum(INTAKE_KINDS),
    file: WorkbookFile,
    seen: z.string().check(z.maxLength(80)),
  }),
  output: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), waiting: z.int() }),
  refusals: [
    'intake/unreadable-file',
    'intake/not-yours-to-import',
    'intake/changed-since-preview',
    'intake/nothing-to-take-in',
  ],
  secrets: ['file'],
  takesWorkbook: true,
});

export const intakeProblems = {
  'intake/unreadable-file': {
    status: 422,
    title: '这个文件收不下',
    detail: (facts: { why: string }) => facts.why,
  },
  'intake/not-yours-to-import': {
    status: 403,
    title: '这个文件不归您导入',
    detail: () => '细则和货品目录是全县的，要由县级管理员导入；名册里也只能有您这一片的住户',
  },
  'intake/changed-since-preview': {
    status: 409,
    title: '账上有了新变动',
    detail: () => '看过之后账上又有变动，请再看一遍再导入，一条也没有收',
  },
  'intake/nothing-to-take-in': {
    status: 409,
    title: '没有要收的',
    detail: () => '和账上一样，没有新增也没有改动',
  },
} as const;
