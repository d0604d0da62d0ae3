import AccountBalance from '@mui/icons-material/AccountBalanceOutlined'
import AssignmentInd from '@mui/icons-material/AssignmentIndOutlined'
import Badge from '@mui/icons-material/BadgeOutlined'
import Construction from '@mui/icons-material/ConstructionOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import Folder from '@mui/icons-material/FolderOutlined'
import Forum from '@mui/icons-material/ForumOutlined'
import Gavel from '@mui/icons-material/GavelOutlined'
import Groups from '@mui/icons-material/GroupsOutlined'
import HowToVote from '@mui/icons-material/HowToVoteOutlined'
import LinkIcon from '@mui/icons-material/LinkOutlined'
import MenuBook from '@mui/icons-material/MenuBookOutlined'
import Payments from '@mui/icons-material/PaymentsOutlined'
import RateReview from '@mui/icons-material/RateReviewOutlined'
import RecordVoiceOver from '@mui/icons-material/RecordVoiceOverOutlined'
import Rule from '@mui/icons-material/RuleOutlined'
import School from '@mui/icons-material/SchoolOutlined'
import type { SvgIconComponent } from './icon.ts'

/** The picture of each system, by its number. */
const bySystem: Record<number, SvgIconComponent> = {
  1: Description,
  2: Gavel,
  3: RecordVoiceOver,
  4: HowToVote,
  5: FactCheck,
  6: RateReview,
  7: AccountBalance,
  8: Payments,
  9: AssignmentInd,
  10: Badge,
  11: Groups,
  12: School,
  13: Forum,
  14: MenuBook,
  15: Construction,
  16: Rule,
  17: LinkIcon,
}

export function iconOf(system: number): SvgIconComponent {
  return bySystem[system] ?? Folder
}
