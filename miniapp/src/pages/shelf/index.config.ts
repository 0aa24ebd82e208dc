export default definePageConfig({ navigationBarTitleText: '储蓄所' });
