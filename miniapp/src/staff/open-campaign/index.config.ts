export default definePageConfig({ navigationBarTitleText: '办一次评选' });
