export default definePageConfig({ navigationBarTitleText: '查账' });
